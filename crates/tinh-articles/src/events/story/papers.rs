//! What is signed or granted: agreements, partnerships, licences.

use super::Story;
use super::scene::{Cast, Scene};
use crate::cues::{Act, Link, Paper};
use crate::events::items::ItemKind;
use crate::events::roles::Tie;
use crate::events::{EventDate, EventKind, circumstances};

impl Story<'_, '_> {
    pub(super) fn agreement(&self, act: Act, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        let noun = act == Act::Signing;
        if !noun || !scene.before.iter().any(|t| t.link == Some(Link::Witness)) {
            self.subject(scene, &mut cast);
        }
        // `tỉnh X cùng tỉnh Y ký …`.
        self.take(&mut cast, &scene.before, &[Some(Link::With)]);
        let between: Vec<Tie> = scene
            .after
            .iter()
            .filter(|t| t.link == Some(Link::Between))
            .copied()
            .collect();
        if !between.is_empty() {
            // `lễ ký … giữa A và B`: whoever is before it looks on.
            cast = Cast::default();
        }
        self.take(
            &mut cast,
            &scene.after,
            &[Some(Link::Between), Some(Link::With)],
        );
        let hands = Self::is_handed(scene);
        if hands {
            self.take(&mut cast, &scene.after, &[Some(Link::For)]);
        }
        if cast.parties.len() < 2 && noun {
            self.take(&mut cast, &scene.after, &[None, Some(Link::Of)]);
        }
        let around = scene.clause.before.start..scene.clause.after.end;
        let papers = scene
            .items
            .get(around)
            .unwrap_or(&[])
            .iter()
            .filter_map(|i| match i.kind {
                ItemKind::Paper(paper) => Some(paper),
                _ => None,
            });
        let papers: Vec<Paper> = papers.collect();
        let run = scene.around();
        let unnamed =
            cast.parties.is_empty() && run.iter().any(|i| i.kind == ItemKind::Figure(false));
        let counted = unnamed || (cast.parties.len() < 2 && self.is_counted(scene));
        let paper = papers
            .iter()
            .any(|p| !matches!(p, Paper::None | Paper::Licence));
        let other = papers
            .first()
            .is_some_and(|p| matches!(p, Paper::None | Paper::Licence));
        if noun && cast.parties.is_empty() {
            return None;
        }
        if cast.parties.is_empty() && run.iter().any(|i| i.kind == ItemKind::Pair) {
            return None;
        }
        let told = (!other && (paper || cast.parties.len() >= 2)) || hands;
        (told && !counted).then_some((EventKind::Agreement, cast))
    }

    /// `trao bản ghi nhớ cho`: handed over, so whoever receives signs too.
    fn is_handed(scene: &Scene<'_>) -> bool {
        let mut acts = scene
            .clause
            .acts
            .iter()
            .filter_map(|&at| scene.items.get(at));
        acts.any(|act| act.kind == ItemKind::Act(Act::Hand))
    }

    /// `đã ký với 15 trường`: a count without an occasion is a fact.
    pub(super) fn is_counted(&self, scene: &Scene<'_>) -> bool {
        let near = scene.behind();
        let counted = near
            .iter()
            .take(4)
            .any(|i| i.kind == ItemKind::Figure(false));
        let dated = circumstances::date(
            scene.items,
            &scene.clause.before,
            &(0..0),
            self.reading,
            false,
        );
        let day = dated.is_some_and(
            |(date, _)| matches!(date, EventDate::At(date) if date.to_string().len() > 4),
        );
        counted && !day
    }

    pub(super) fn partnership(&self, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        self.take(&mut cast, &scene.before, &[Some(Link::With)]);
        self.take(
            &mut cast,
            &scene.after,
            &[Some(Link::With), Some(Link::Between)],
        );
        (cast.parties.len() >= 2 && !self.is_counted(scene))
            .then_some((EventKind::Partnership, cast))
    }

    pub(super) fn licence(&self, at: usize, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let act = scene.items.get(at)?;
        let run = scene.around();
        let paper = run
            .iter()
            .find(|i| i.kind == ItemKind::Paper(Paper::Licence))?;
        let near = paper.words.start <= act.words.end + 8 && act.words.start <= paper.words.end + 4;
        if !near {
            return None;
        }
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        let mut receivers = scene.after.clone();
        receivers.retain(|t| matches!(t.link, Some(Link::For | Link::Of)));
        self.take(&mut cast, &receivers, &[Some(Link::For), Some(Link::Of)]);
        let counted = cast.parties.len() < 2 && self.is_counted(scene);
        (!counted && !cast.parties.is_empty()).then_some((EventKind::Licence, cast))
    }
}
