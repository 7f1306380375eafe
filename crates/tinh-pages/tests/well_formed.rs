//! Whether every element that is opened is closed.

/// Elements of HTML that have no end.
const VOID: [&str; 4] = ["meta", "br", "input", "hr"];

/// Panics where the elements of a text do not close in order. Scripts and
/// styles hold no element.
#[track_caller]
pub(crate) fn check(text: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').expect("an element has an end");
        rest = after;
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name.as_str()), "</{name}>");
        } else if tag.starts_with('!') || tag.ends_with('/') || VOID.contains(&name.as_str()) {
        } else if name == "script" || name == "style" {
            let (_, after) = rest.split_once(&format!("</{name}>")).expect("its end");
            rest = after;
        } else {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}
