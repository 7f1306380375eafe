//! The words that describe a measure of money: whose, at which stage, at which
//! prices. They come from `data/measure_words.tsv`.

use std::fmt;
use std::str::FromStr;

use tinh_figures::Language;

use crate::error::{Error, ErrorKind};
use crate::serde_text::string_serde;

/// A row of the table.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word {
    pub(super) position: u8,
    pub(super) code: &'static str,
    pub(super) vi: &'static str,
    pub(super) en: &'static str,
}

/// Declares the type of one column of the table.
macro_rules! word_type {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) &'static Word);

        impl $name {
            /// The code written in datasets.
            #[must_use]
            pub const fn code(self) -> &'static str {
                self.0.code
            }

            /// The value of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }

            fn codes() -> String {
                let codes: Vec<&str> = Self::ALL.iter().map(|value| value.code()).collect();
                codes.join(", ")
            }

            /// Its name in a language.
            #[must_use]
            pub fn name(self, language: Language) -> &'static str {
                language.choose(self.0.vi, self.0.en)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.code())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                Self::from_code(text)
                    .ok_or_else(|| Error::new(ErrorKind::Code(Self::codes()), text))
            }
        }

        string_serde!($name, crate::words::ONE_OF.filled(&[&$name::codes()]));
    };
}

word_type! {
    /// Whose money, and of what nature.
    ///
    /// ```
    /// use tinh_model::CapitalKind;
    /// assert_eq!("oda-loan".parse(), Ok(CapitalKind::ODA_LOAN));
    /// ```
    CapitalKind
}

word_type! {
    /// At which stage money is counted. Stages never add to one another.
    ///
    /// ```
    /// use tinh_model::{Basis, measures};
    /// assert_eq!(measures::FDI_IMPLEMENTED.basis(), Some(Basis::IMPLEMENTED));
    /// ```
    Basis
}

word_type! {
    /// At which prices an output is valued. What is valued at different prices
    /// is not compared.
    ///
    /// ```
    /// use tinh_model::{PriceBasis, measures};
    /// assert_eq!(measures::GRDP_CURRENT.price_basis(), Some(PriceBasis::CURRENT));
    /// ```
    PriceBasis
}
