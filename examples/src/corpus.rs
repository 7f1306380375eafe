//! Articles in any number: files, folders of them and JSON Lines, worked on by
//! all cores and answered in their order, with few of them in memory at a time.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;
use std::thread;

use serde::Deserialize;
use tinh::articles::{Article, Page};

/// An article of a corpus, or why it could not be read.
#[derive(Debug)]
pub struct Entry {
    /// What messages call it: the file, or the file and the line.
    pub name: String,
    /// Its text.
    pub text: io::Result<String>,
    /// When it was published, where the corpus or the page says.
    pub published: Option<String>,
    /// Who published it, where the corpus or the page says.
    pub publisher: Option<String>,
    /// Where it can be found, where the corpus or the page says.
    pub address: Option<String>,
}

impl Entry {
    /// A text of which nothing else is known.
    #[must_use]
    pub fn new(name: impl Into<String>, text: io::Result<String>) -> Self {
        Self {
            name: name.into(),
            text,
            published: None,
            publisher: None,
            address: None,
        }
    }

    /// The article with what is known of it; `text`: its text, which was read.
    /// What is no date counts as not known.
    #[must_use]
    pub fn article<'t>(&'t self, text: &'t str) -> Article<'t> {
        let article = Article::new(text)
            .publisher(self.publisher.as_deref())
            .address(self.address.as_deref());
        match self.published.as_deref().map(str::parse) {
            Some(Ok(date)) => article.published(date),
            _ => article,
        }
    }

    /// The article of a web page.
    fn of_page(name: String, html: io::Result<String>) -> Self {
        let page = html.and_then(|html| Page::read(&html, None).map_err(io::Error::other));
        match page {
            Ok(page) => Self {
                published: page.published.map(|date| date.to_string()),
                publisher: page.publisher,
                address: page.address,
                ..Self::new(name, Ok(page.text))
            },
            Err(error) => Self::new(name, Err(error)),
        }
    }
}

/// A line of a corpus in JSON Lines.
#[derive(Debug, Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    publisher: Option<String>,
    #[serde(default)]
    address: Option<String>,
    #[serde(default)]
    id: Option<String>,
}

/// The articles of files, of the `.txt` files and web pages in folders and of the lines of
/// `.jsonl` files, each read when its turn comes; standard input where no path
/// is given.
pub fn entries(paths: &[PathBuf]) -> Box<dyn Iterator<Item = Entry> + Send + '_> {
    if paths.is_empty() {
        let mut text = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut text);
        let text = read.and_then(|_| in_utf8(text));
        return Box::new(std::iter::once(Entry::new("standard input", text)));
    }
    Box::new(paths.iter().flat_map(|path| of_path(path.clone())))
}

fn of_path(path: PathBuf) -> Box<dyn Iterator<Item = Entry> + Send> {
    if path.is_dir() {
        return match files_of(&path) {
            Ok(files) => Box::new(files.into_iter().flat_map(of_path)),
            Err(error) => Box::new(std::iter::once(unread(&path, error))),
        };
    }
    if path.extension().is_some_and(|end| end == "jsonl") {
        return match File::open(&path) {
            Ok(file) => Box::new(lines_of(path, BufReader::new(file))),
            Err(error) => Box::new(std::iter::once(unread(&path, error))),
        };
    }
    let entry = move || {
        let name = path.display().to_string();
        let text = std::fs::read(&path).and_then(in_utf8);
        match is_page(&path) {
            true => Entry::of_page(name, text),
            false => Entry::new(name, text),
        }
    };
    Box::new(std::iter::once_with(entry))
}

/// The folders and articles of a folder, in the order of their names.
fn files_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let article = path
            .extension()
            .is_some_and(|end| end == "txt" || end == "jsonl")
            || is_page(&path);
        if article || path.is_dir() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn lines_of(
    path: PathBuf,
    reader: impl BufRead + Send + 'static,
) -> impl Iterator<Item = Entry> + Send {
    let numbered = reader.lines().zip(1_u64..);
    let written = numbered.filter(|(line, _)| line.as_ref().map_or(true, |l| !l.trim().is_empty()));
    written.map(move |(line, number)| {
        let place = format!("{}:{number}", path.display());
        let read =
            line.and_then(|line| serde_json::from_str::<Line>(&line).map_err(io::Error::other));
        match read {
            Ok(line) => Entry {
                published: line.published,
                publisher: line.publisher,
                address: line.address,
                ..Entry::new(line.id.unwrap_or(place), Ok(line.text))
            },
            Err(error) => Entry::new(place, Err(error)),
        }
    })
}

fn unread(path: &Path, error: io::Error) -> Entry {
    Entry::new(path.display().to_string(), Err(error))
}

/// Whether a file is a web page, by its name.
fn is_page(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end == "html" || end == "htm")
}

fn in_utf8(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("invalid UTF-8 at byte {at}"),
        )
    })
}

/// Works on entries with every core and hands the answers on in the order of
/// the entries. At most four a core are read and not yet handed on.
///
/// # Errors
/// The first error `sink` returns; work stops soon after.
pub fn each_in_order<T: Send>(
    entries: impl Iterator<Item = Entry> + Send,
    work: impl Fn(Entry) -> T + Sync,
    mut sink: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let ahead = cores * 4;
    let (jobs, waiting) = sync_channel::<(usize, Entry)>(ahead);
    let (answers, answered) = sync_channel::<(usize, T)>(ahead);
    // One permit for each entry that may be read and not yet handed on.
    let (permit, permits) = sync_channel::<()>(ahead);
    let waiting = Mutex::new(waiting);
    let (waiting, work) = (&waiting, &work);
    thread::scope(|scope| {
        for _ in 0..ahead {
            let _ = permit.send(());
        }
        scope.spawn(move || {
            for job in entries.enumerate() {
                // Nobody takes more where the sink has failed.
                if permits.recv().is_err() || jobs.send(job).is_err() {
                    return;
                }
            }
        });
        for _ in 0..cores {
            let answers = answers.clone();
            scope.spawn(move || {
                loop {
                    let job = waiting.lock().ok().and_then(|waiting| waiting.recv().ok());
                    let Some((number, entry)) = job else { return };
                    if answers.send((number, work(entry))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(answers);
        let (mut early, mut next, mut outcome) = (BTreeMap::new(), 0, Ok(()));
        for (number, answer) in answered {
            early.insert(number, answer);
            while let Some(answer) = early.remove(&next) {
                if outcome.is_ok() {
                    outcome = sink(answer);
                }
                next += 1;
                let _ = permit.send(());
            }
            if outcome.is_err() {
                break;
            }
        }
        drop(permit);
        outcome
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: usize) -> Entry {
        Entry::new(number.to_string(), Ok(String::new()))
    }

    #[test]
    fn answers_come_in_order() {
        let mut names = Vec::new();
        let slow_first = |entry: Entry| {
            if entry.name == "0" {
                thread::sleep(std::time::Duration::from_millis(30));
            }
            entry.name
        };
        each_in_order((0..200).map(entry), slow_first, |name| {
            names.push(name);
            Ok(())
        })
        .unwrap();
        assert_eq!(names, (0..200).map(|n| n.to_string()).collect::<Vec<_>>());
    }

    #[test]
    fn a_failing_sink_ends_the_work() {
        let endless = (0..).map(entry);
        let outcome = each_in_order(
            endless,
            |entry| entry.name,
            |_| Err(io::Error::other("full")),
        );
        assert_eq!(outcome.unwrap_err().to_string(), "full");
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        let lines = "{\"text\":\"một\",\"published\":\"2020\"}\n\n{\"tekst\":1}\n{\"id\":\"x\",\"text\":\"hai\"}\n";
        let found: Vec<Entry> = lines_of("c.jsonl".into(), io::Cursor::new(lines)).collect();
        let names: Vec<&str> = found.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(names, ["c.jsonl:1", "c.jsonl:3", "x"]);
        assert!(found[1].text.is_err() && found[2].text.is_ok());
        assert_eq!(found[0].published.as_deref(), Some("2020"));
    }
}
