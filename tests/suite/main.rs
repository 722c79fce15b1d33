//! The promises of Dorpsplein, one module each: a small site in, a site or a message out.

mod support;

mod architecture;
mod bad_input;
mod cases;
mod command_line;
mod never_half_written;
mod new_village;
mod right_on_any_address;
mod same_bytes;
mod schemas;
mod thirty_mistakes;
