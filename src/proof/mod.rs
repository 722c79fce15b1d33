//! Floor 8: villages that a theme must withstand, and what came of it: for those who make a theme, before others get it.

mod villages;
mod overfull;

pub use villages::{ProofVillage, proof_villages};
