//! Tests the commands: their words in two languages, and what each leaves on the disk.

mod command_line;
mod handover;
mod never_half_written;
mod new_village;
mod outside_links;
mod pack;
mod release;
