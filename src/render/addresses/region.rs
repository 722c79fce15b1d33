//! The addresses of a portal's own pages about villages and municipalities.

use crate::almanac::Municipality;
use crate::ground::{Address, Pair};
use crate::region::RemoteVillage;
use crate::render::edition::Edition;

/// The name of the folder that holds all villages.
pub(in crate::render) fn villages_folder(edition: &Edition) -> &'static str {
    Pair::new("dorpen", "villages").in_locale(edition.locale())
}

/// `/dorpen/`
pub fn villages_address(edition: &Edition) -> Address {
    Address::page([villages_folder(edition)])
}

/// `/dorpen/lutterwolde/`
pub(in crate::render) fn village_address(edition: &Edition, village: &RemoteVillage) -> Address {
    Address::page([villages_folder(edition), &village.slug])
}

/// `/gemeenten/meppel/`; villages that name no municipality share no page.
pub(in crate::render) fn municipality_address(
    edition: &Edition,
    municipality: &Municipality,
) -> Option<Address> {
    below_municipality(edition, municipality, &[])
}

/// `/gemeenten/meppel/locaties/`
pub(in crate::render) fn venues_of_address(
    edition: &Edition,
    municipality: &Municipality,
) -> Option<Address> {
    below_municipality(edition, municipality, &[Pair::new("locaties", "venues")])
}

/// `/gemeenten/meppel/noodsteunpunt/`
pub(in crate::render) fn emergency_of_address(
    edition: &Edition,
    municipality: &Municipality,
) -> Option<Address> {
    below_municipality(edition, municipality, &[Pair::new("noodsteunpunt", "emergency")])
}

fn below_municipality(edition: &Edition, municipality: &Municipality, parts: &[Pair]) -> Option<Address> {
    municipality.name.as_ref()?;
    let folder = Pair::new("gemeenten", "municipalities").in_locale(edition.locale());
    let parts = parts.iter().map(|part| part.in_locale(edition.locale()));
    Some(Address::page([folder, &municipality.slug].into_iter().chain(parts)))
}
