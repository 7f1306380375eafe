//! The encodings of Vietnamese before Unicode.

use std::fmt;

/// An encoding of Vietnamese before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Legacy {
    /// TCVN 5712, VN3: the fonts `.VnTime`, "ABC".
    Tcvn3,
    /// VNI for Windows: the fonts `VNI-Times`.
    Vni,
}

impl fmt::Display for Legacy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
        })
    }
}
