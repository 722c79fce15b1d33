//! Paths and addresses: in the village folder, on the site, and on the web.

mod device_name;
mod another_host;
mod network_path;
mod path;
mod relative_path;
mod web_address;
mod login;
mod percent;

pub use another_host::is_on_another_host;
pub use device_name::is_device_name;
pub use login::{bare_of_login, without_login, without_logins};
pub use network_path::is_network_path;
pub use path::{
    Address, DORP_FILE, HEADERS_FILE, MANIFEST, OWN_FOLDER, REDIRECTS_FILE, SitePath, typed_place,
    with_ending, with_slashes,
};
pub use percent::{percent_decoded, percent_decoded_or_kept};
pub use relative_path::relative_path;
pub use web_address::{WebAddress, bare_address, leading_host, sibling_address};
