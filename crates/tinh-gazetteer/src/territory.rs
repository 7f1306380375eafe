//! The ground a unit covers, as a set of the smallest pieces history needs.

use crate::set::Set;
use crate::table::PieceRow;
use crate::tables::{PIECE_WORDS, PIECES};
use crate::{Unit, Units};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{BitAnd, BitOr, Sub};

/// A set of pieces of the country.
///
/// The pieces are the units of 2004-01-01, without the parts that moved between
/// two units that both went on: huyện Than Uyên in 2004, huyện Mê Linh and four
/// communes of huyện Lương Sơn in 2008. Every unit of every date is a union of
/// pieces, so containment, overlap and coverage are set operations. A set is a
/// few words and `Copy`.
///
/// Borders that moved by less than one percent of a unit are not kept:
/// `data/README.md` lists the acts that were looked at.
///
/// ```
/// use tinh_gazetteer::{Territory, Units, date};
///
/// let then = Units::on(date(2023, 12, 20)?);
/// let now = Units::on(date(2026, 11, 23)?);
/// let hai_phong = now.by_name("Hải Phòng")?;
/// let parts: Territory = [then.by_name("Hải Phòng")?, then.by_name("Hải Dương")?]
///     .into_iter()
///     .collect();
/// assert_eq!(parts, hai_phong.territory());
/// assert!(then.by_name("Hải Dương")?.territory().is_subset(hai_phong.territory()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Territory {
    pieces: Set<PIECE_WORDS>,
}

impl Territory {
    /// No ground at all.
    pub const EMPTY: Territory = Territory { pieces: Set::EMPTY };

    pub(crate) const fn from_set(pieces: Set<PIECE_WORDS>) -> Self {
        Territory { pieces }
    }

    /// The whole country.
    ///
    /// ```
    /// use tinh_gazetteer::{Territory, Units, date};
    /// assert_eq!(Units::on(date(2024, 1, 1)?).territory(), Territory::country());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn country() -> Self {
        let rows = (0..).take(PIECES.len());
        Territory {
            pieces: rows.fold(Set::EMPTY, |set, at| set.union(Set::of(at))),
        }
    }

    /// The union.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Territory {
            pieces: self.pieces.union(other.pieces),
        }
    }

    /// The intersection.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Territory {
            pieces: self.pieces.intersection(other.pieces),
        }
    }

    /// The ground of this one that is not in `other`.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Territory {
            pieces: self.pieces.difference(other.pieces),
        }
    }

    /// Whether `other` covers all of this.
    #[must_use]
    pub const fn is_subset(self, other: Self) -> bool {
        self.pieces.is_subset(other.pieces)
    }

    /// Whether the two share ground: adding their figures counts it twice.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.pieces.overlaps(other.pieces)
    }

    /// How many pieces it has. Pieces differ in size: compare sets, not counts.
    #[must_use]
    pub const fn len(self) -> usize {
        self.pieces.len()
    }

    /// Whether it covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.pieces.is_empty()
    }

    /// Its pieces, in the order of their ids.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let vinh_phuc = Units::on(date(2007, 1, 1)?).by_name("Vĩnh Phúc")?;
    /// let pieces: Vec<_> = vinh_phuc.territory().pieces().map(|p| p.id()).collect();
    /// assert_eq!(pieces, ["me-linh", "vinh-phuc"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pieces(self) -> impl Iterator<Item = Piece> + Clone {
        self.pieces
            .iter()
            .filter_map(|at| PIECES.get(usize::from(at)))
            .map(|row| Piece { row })
    }

    /// The units of a date that share ground with this.
    pub fn units(self, of: Units) -> impl Iterator<Item = Unit> + Clone {
        of.iter().filter(move |u| u.territory().overlaps(self))
    }
}

/// Lists the ids of the pieces.
impl fmt::Debug for Territory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.pieces().map(Piece::id)).finish()
    }
}

impl BitOr for Territory {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

impl BitAnd for Territory {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        self.intersection(other)
    }
}

impl Sub for Territory {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.difference(other)
    }
}

/// The union of the units' territories.
impl FromIterator<Unit> for Territory {
    fn from_iter<I: IntoIterator<Item = Unit>>(units: I) -> Self {
        units
            .into_iter()
            .fold(Territory::EMPTY, |set, unit| set.union(unit.territory()))
    }
}

/// The union of several.
impl FromIterator<Territory> for Territory {
    fn from_iter<I: IntoIterator<Item = Territory>>(parts: I) -> Self {
        parts.into_iter().fold(Territory::EMPTY, Territory::union)
    }
}

/// The smallest part of the country that the tables tell apart.
#[derive(Clone, Copy)]
pub struct Piece {
    row: &'static PieceRow,
}

impl Piece {
    /// The slug of the unit of 2004 that it is, or `me-linh`, `luong-son`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row.id
    }

    /// The description in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row.name
    }

    /// Its area in hectares where the table has it: of parts that moved between
    /// two units, to say how large a partial restatement is. A whole unit has
    /// [`Unit::hectares`].
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let lao_cai = Units::on(date(2003, 1, 1)?).by_name("Lào Cai")?;
    /// let left = Units::on(date(2004, 1, 1)?).by_name("Lào Cai")?;
    /// let moved = lao_cai.territory() - left.territory();
    /// let areas: Vec<_> = moved.pieces().map(|piece| (piece.id(), piece.hectares())).collect();
    /// assert_eq!(areas, [("than-uyen", Some(170_007))]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn hectares(self) -> Option<u64> {
        self.row.hectares
    }
}

impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        self.row.id == other.row.id
    }
}

impl Eq for Piece {}

impl Hash for Piece {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.id.hash(state);
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Piece({})", self.row.id)
    }
}
