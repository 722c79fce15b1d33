//! Themes: what they may change, how they are made, packed, offered, added and kept.

mod check;
mod condition;
mod contract;
mod download;
mod files;
mod guide;
mod layers;
mod life;
mod maker;
mod own_files;
mod packages;
mod provincial;
mod safety;
mod standard;
