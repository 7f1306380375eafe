//! What crosses threads.

use tinh_articles::{Article, ArticleError, Draft, DraftEvent, Drafts, Unattached};

#[test]
fn values_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Article<'static>>();
    crosses::<ArticleError>();
    crosses::<Draft>();
    crosses::<DraftEvent>();
    crosses::<Drafts>();
    crosses::<Unattached>();
}
