//! Names of several words as a tree of syllables: the longest one at a place.

use crate::blank::Blanks;
use crate::fold::{self, Key, Syllable};

/// No name ends here.
const END: u16 = u16::MAX;
/// The parent of first syllables.
const ROOT: u16 = u16::MAX;

/// One syllable of one or more names that begin alike.
#[derive(Clone, Copy)]
struct Node {
    /// The syllable; 0 in a free place.
    key: Key,
    /// The place of the syllable before, or [`ROOT`].
    parent: u16,
    /// The name that ends here, or [`END`].
    name: u16,
    /// Longer names go on from here.
    longer: bool,
}

/// Names in one open-addressed table, so that a name costs a look-up a syllable:
/// a hundred currencies begin with `đồng` and with `đô la`.
///
/// `PLACES` is a power of two, at least twice the number of syllables.
pub(crate) struct Tree<const PLACES: usize>([Node; PLACES]);

/// The longest name at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Longest {
    /// Its number in the list the tree was made from.
    pub(crate) name: usize,
    pub(crate) end: usize,
}

/// One syllable further into a tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) place: u16,
    /// The name that ends here.
    pub(crate) name: Option<usize>,
    /// Longer names go on from here.
    pub(crate) longer: bool,
}

impl<const PLACES: usize> Tree<PLACES> {
    /// The tree of these names; without `accents`, of their bare forms.
    #[allow(clippy::cast_possible_truncation)] // there are fewer than 65 535 names
    pub(crate) const fn build(names: &[&str], accents: bool) -> Self {
        let mut tree = Self(
            [Node {
                key: 0,
                parent: ROOT,
                name: END,
                longer: false,
            }; PLACES],
        );
        // Backwards, so that of two names that read alike the first one stays.
        let mut i = names.len();
        while i > 0 {
            i -= 1;
            let bytes = names[i].as_bytes();
            let mut at = 0;
            let mut parent = ROOT;
            while at < bytes.len() {
                match fold::syllable(bytes, at) {
                    Some(syllable) => {
                        let key = if accents {
                            syllable.key
                        } else {
                            fold::bare(syllable.key)
                        };
                        if parent != ROOT {
                            tree.0[parent as usize].longer = true;
                        }
                        let place = tree.place(parent, key);
                        tree.0[place].key = key;
                        tree.0[place].parent = parent;
                        parent = place as u16;
                        at = syllable.end + 1;
                    }
                    // A stray mark would end the compilation here, not a program.
                    None => assert!(at == usize::MAX, "a name has something other than letters"),
                }
            }
            tree.0[parent as usize].name = i as u16;
        }
        tree
    }

    #[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
    const fn slot(parent: u16, key: Key) -> usize {
        let mixed = key ^ (parent as u64).wrapping_mul(0x2545_f491_4f6c_dd1d);
        (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - PLACES.trailing_zeros())) as usize
    }

    /// Where this syllable is after `parent`, or the free place for it. There
    /// always is one: the table is at most half full.
    const fn place(&self, parent: u16, key: Key) -> usize {
        let mut place = Self::slot(parent, key);
        while self.0[place].key != 0 && (self.0[place].key != key || self.0[place].parent != parent)
        {
            place = (place + 1) & (PLACES - 1);
        }
        place
    }

    /// The node of this syllable after `parent` and its place.
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // a place is below 65 535
    fn child(&self, parent: u16, key: Key) -> Option<(u16, &Node)> {
        let place = self.place(parent, key);
        let node = self.0.get(place)?;
        (node.key != 0).then_some((place as u16, node))
    }

    /// The syllable of this key after the place `after`, or at the beginning.
    #[inline]
    pub(crate) fn step(&self, after: Option<u16>, key: Key) -> Option<Step> {
        let (place, node) = self.child(after.unwrap_or(ROOT), key)?;
        Some(Step {
            place,
            name: (node.name != END).then_some(usize::from(node.name)),
            longer: node.longer,
        })
    }

    /// Whether a name may begin with a word of this key.
    #[inline]
    pub(crate) fn may_begin(&self, key: Key) -> bool {
        self.child(ROOT, key).is_some()
    }

    /// The name that is this one word, and whether longer ones begin with it.
    pub(crate) const fn word(&self, key: Key) -> (usize, bool) {
        let node = &self.0[self.place(ROOT, key)];
        (node.name as usize, node.longer)
    }

    /// The longest name that begins with `head`; its words are parted by blanks,
    /// or by hyphens where the names have them. `bare` looks words up without
    /// their accents.
    pub(crate) fn longest(
        &self,
        bytes: &[u8],
        head: Syllable,
        bare: bool,
        blanks: Blanks,
        hyphens: bool,
    ) -> Option<Longest> {
        if head.key == 0 {
            return None;
        }
        let fold = |key: Key| if bare { fold::bare(key) } else { key };
        let (mut place, mut node) = self.child(ROOT, fold(head.key))?;
        let mut best = (node.name, head.end);
        let mut end = head.end;
        while node.longer {
            let gap = match bytes.get(end) {
                Some(b'-') if hyphens => 1,
                _ => blanks.at(bytes, end),
            };
            if gap == 0 {
                break;
            }
            let Some(next) = fold::syllable(bytes, end + gap) else {
                break;
            };
            let Some(child) = self.child(place, fold(next.key)) else {
                break;
            };
            (place, node) = child;
            end = next.end;
            if node.name != END {
                best = (node.name, end);
            }
        }
        (best.0 != END).then_some(Longest {
            name: usize::from(best.0),
            end: best.1,
        })
    }
}
