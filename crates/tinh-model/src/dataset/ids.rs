//! Claims by id, without a second copy of the ids.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;
use hashbrown::hash_table::{Entry, VacantEntry};

use crate::claim::Claim;

/// The numbers of claims by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    numbers: HashTable<u32>,
    hasher: RandomState,
}

impl Ids {
    /// The number of the claim of an id.
    pub(super) fn get(&self, id: &str, claims: &[Claim]) -> Option<u32> {
        let found = self
            .numbers
            .find(self.hasher.hash_one(id), |at| is_of(claims, *at, id));
        found.copied()
    }

    /// The place of the next claim's number, to be taken; `None` where its id
    /// is taken, or where there are more claims than numbers.
    pub(super) fn free(&mut self, id: &str, claims: &[Claim]) -> Option<Free<'_>> {
        let number = u32::try_from(claims.len()).ok()?;
        let hasher = &self.hasher;
        let id_of = |at: u32| claim(claims, at).map_or("", Claim::id);
        let entry = self.numbers.entry(
            hasher.hash_one(id),
            |at| is_of(claims, *at, id),
            |at| hasher.hash_one(id_of(*at)),
        );
        match entry {
            Entry::Occupied(_) => None,
            Entry::Vacant(place) => Some(Free { place, number }),
        }
    }
}

/// An id that no claim has yet.
pub(super) struct Free<'i> {
    place: VacantEntry<'i, u32>,
    number: u32,
}

impl Free<'_> {
    /// Gives the next claim its number.
    pub(super) fn take(self) {
        self.place.insert(self.number);
    }
}

fn claim(claims: &[Claim], number: u32) -> Option<&Claim> {
    claims.get(usize::try_from(number).ok()?)
}

fn is_of(claims: &[Claim], number: u32, id: &str) -> bool {
    claim(claims, number).is_some_and(|claim| claim.id() == id)
}
