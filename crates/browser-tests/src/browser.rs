//! A headless Chromium with a profile of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// How long a change may take to be seen.
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser with one page, and the folder it saves to.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    folder: PathBuf,
}

impl Browser {
    /// Opens a page from a file, as a reader does.
    pub async fn open(&self, html: &str) {
        let file = self.folder.join("page.html");
        fs::write(&file, html).expect("the page is written");
        let address = format!("file://{}", file.display());
        self.client.goto(&address).await.expect("the page opens");
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page loads again");
    }

    /// Sets the size of the window in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let sized = self.client.set_window_size(width, height).await;
        sized.expect("the window has a size");
    }

    /// The first element of a CSS selector.
    pub async fn find(&self, selector: &str) -> Element {
        let found = self.client.find(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// The text of an element as it is seen.
    pub async fn text(&self, selector: &str) -> String {
        self.find(selector).await.text().await.expect("its text")
    }

    /// Clicks an element.
    pub async fn click(&self, selector: &str) {
        let clicked = self.find(selector).await.click().await;
        clicked.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Chooses the option of a list by its text.
    pub async fn choose(&self, selector: &str, label: &str) {
        let list = self.find(selector).await;
        // The list is filled when it is used.
        list.click().await.expect("the list opens");
        list.select_by_label(label)
            .await
            .expect("the option is there");
    }

    /// Types into whatever has the focus.
    pub async fn type_keys(&self, keys: &str) {
        for key in keys.chars() {
            let focused = self.client.active_element().await.expect("a focus");
            let mut buffer = [0; 4];
            let typed = focused.send_keys(key.encode_utf8(&mut buffer)).await;
            typed.unwrap_or_else(|error| panic!("{key:?}: {error}"));
        }
    }

    /// Moves the mouse over an element.
    pub async fn point_at(&self, selector: &str) {
        let element = self.find(selector).await;
        let mouse = MouseActions::new("mouse".to_owned()).then(PointerAction::MoveToElement {
            element,
            duration: None,
            x: 0.0,
            y: 0.0,
        });
        let moved = self.client.perform_actions(mouse).await;
        moved.expect("the mouse moves");
    }

    /// Hands a file to a file input.
    pub async fn give_file(&self, selector: &str, file: &Path) {
        let path = file.display().to_string();
        let given = self.find(selector).await.send_keys(&path).await;
        given.expect("the file is taken");
    }

    /// What an expression of the page's script is.
    pub async fn js(&self, expression: &str) -> Value {
        let script = format!("return {expression};");
        let found = self.client.execute(&script, Vec::new()).await;
        found.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Waits until an expression of the page's script holds.
    pub async fn until(&self, expression: &str) {
        let start = std::time::Instant::now();
        while self.js(expression).await != json!(true) {
            assert!(start.elapsed() < PATIENCE, "still not: {expression}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Accepts the question the page asks.
    pub async fn say_yes(&self) {
        self.client.accept_alert().await.expect("a question");
    }

    /// The file the page saved, once it is complete; it is moved away, so that
    /// the next one has its name.
    pub async fn saved(&self, name: &str) -> PathBuf {
        let file = self.folder.join("accepted.jsonl");
        let start = std::time::Instant::now();
        while !file.exists() {
            assert!(start.elapsed() < PATIENCE, "nothing was saved");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let kept = self.folder.join(name);
        fs::rename(file, &kept).expect("the file is kept");
        kept
    }

    /// A picture of the page, where `TINH_PICTURES` names a folder for them.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("TINH_PICTURES") else {
            return;
        };
        let picture = self.client.screenshot().await.expect("a picture");
        fs::write(Path::new(&folder).join(name), picture).expect("it is written");
    }
}

/// Runs a test in a browser of its own. Ends the test where there is no driver
/// or no browser.
///
/// # Panics
/// Where the driver or the browser cannot be started.
pub fn in_browser<F>(name: &str, test: impl FnOnce(Browser) -> F)
where
    F: Future<Output = Browser>,
{
    let folder = std::env::temp_dir().join(format!("tinh-pages-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the test");
    let driver = Driver::start();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let client = driver.client(&folder).await;
        let browser = test(Browser {
            client,
            folder: folder.clone(),
        })
        .await;
        browser.client.close().await.expect("the session ends");
    });
    fs::remove_dir_all(&folder).expect("the folder goes");
}

/// The process that drives the browser; ends with its value.
struct Driver {
    process: Child,
    port: String,
}

impl Driver {
    fn start() -> Self {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver; .ci/pages installs it");
        let output = process.stdout.take().expect("its output");
        let port = BufReader::new(output)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, port) = line.split_once("started successfully on port ")?;
                Some(port.trim_end_matches('.').to_owned())
            })
            .expect("the port of chromedriver");
        Self { process, port }
    }

    async fn client(&self, folder: &Path) -> Client {
        let profile = folder.join("profile");
        let options = json!({
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--window-size=1200,900", format!("--user-data-dir={}", profile.display()),
            ],
            "prefs": {"download.default_directory": folder},
        });
        let wanted = [("goog:chromeOptions".to_owned(), options)];
        ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted.into_iter().collect())
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("Chromium; .ci/pages installs it")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
