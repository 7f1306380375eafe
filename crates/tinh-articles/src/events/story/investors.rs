//! Whose project is told of: `do Công ty X làm chủ đầu tư`, `chủ đầu tư là X`.

use super::Story;
use crate::cues::{Link, Owner};
use crate::events::items::{Item, ItemKind};
use crate::events::who::Who;

/// How many words may be between an investor and the words that say so.
const GAP: usize = 6;

impl Story<'_, '_> {
    /// Remembers the bodies a sentence calls investors.
    pub(super) fn remember_investors(&mut self, items: &[Item]) {
        for (at, item) in items.iter().enumerate() {
            let ItemKind::Owner(side) = item.kind else {
                continue;
            };
            let found = match side {
                Owner::Before => {
                    let back = items.get(..at).unwrap_or(&[]);
                    let apart = |i: &&Item| i.words.end <= item.words.start;
                    let near = back.iter().rev().filter(apart).take_while(|i| is_part(i));
                    let mut found = self.bodies(near, |i| i.words.end + GAP >= item.words.start);
                    found.reverse();
                    found
                }
                _ => {
                    let next = items.get(at + 1..).unwrap_or(&[]);
                    let near = next.iter().take_while(|i| is_part(i));
                    self.bodies(near, |i| i.words.start <= item.words.end + GAP)
                }
            };
            if !found.is_empty() {
                self.investors = found;
            }
        }
    }

    /// The bodies of a run, as long as each is near, or joined to one that is.
    fn bodies<'i>(
        &self,
        run: impl Iterator<Item = &'i Item>,
        near: impl Fn(&Item) -> bool,
    ) -> Vec<Who> {
        let mut found = Vec::new();
        for item in run.take(8) {
            match item.kind {
                ItemKind::Actor(number) if near(item) || !found.is_empty() => {
                    let who = self.actors.get(number).map(|actor| actor.who.clone());
                    match who {
                        Some(who @ Who::Organisation(..)) => found.push(who),
                        // `Posco Energy (Hàn Quốc)`.
                        Some(Who::Country(_)) => {}
                        _ => break,
                    }
                }
                ItemKind::Actor(number) => {
                    let who = self.actors.get(number).map(|actor| &actor.who);
                    if !matches!(who, Some(Who::Country(_))) {
                        break;
                    }
                }
                _ => {}
            }
        }
        found
    }
}

/// What may be between the investors of one project.
fn is_part(item: &Item) -> bool {
    matches!(
        item.kind,
        ItemKind::Actor(_)
            | ItemKind::Sign(',' | '(' | ')' | ':' | '-' | '–')
            | ItemKind::Link(Link::And | Link::With)
            | ItemKind::Aspect(_)
    )
}
