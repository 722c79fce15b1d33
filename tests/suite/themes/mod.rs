//! Themes: what they may change, and how they are made, packed, published, added and kept up to date.

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
