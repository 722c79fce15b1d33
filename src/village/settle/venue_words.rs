//! Reads what users add to the name of a venue on one line: a room, its address, or another venue.

use super::messages;
use super::name_messages;
use super::names::Names;
use super::near_names::only_match;
use super::room_messages;
use crate::field::{Referenceable, Target, Word};
use crate::ground::{Diagnostic, Place, closest, fold};
use crate::village::entry::{Entry, Village};
use crate::village::kinds::{Details, Venue};
use crate::village::parts::Elsewhere;
use crate::village::referred::ToVenue;

/// Looks for venues of the village in what was written.
pub(super) struct VenueWords<'w, 'v> {
    pub(super) village: &'v Village,
    pub(super) names: &'w Names<'v>,
}

impl<'v> VenueWords<'_, 'v> {
    /// Returns the diagnostic about a name, a comma and an address, if it means a venue of the village.
    pub(super) fn followed_by_address(&self, place: Place, written: &Elsewhere) -> Option<Diagnostic> {
        let name = written.name.as_ref()?.as_str();
        let following = written.address.as_ref().map(|address| address.one_line()).unwrap_or_default();
        if let Some((entry, venue)) = self.venue_meant(name) {
            return Some(self.words_after_venue(place, (entry, venue), &following));
        }
        // `Grote zaal, Dorpshuis`
        if let Some((entry, venue)) = self.venue_meant(&following)
            && venue.room(name).is_some()
        {
            return Some(messages::room_after_comma(place, &entry.name, name));
        }
        // `dorpshuis, Brink 12`: another village has one too, but not at that address.
        if let Some((entry, venue)) = self.venue_of_kind(name)
            && following.split(',').all(|part| venue.room(part).is_some() || self.is_address_of(venue, part))
        {
            return Some(self.words_after_venue(place, (entry, venue), &following));
        }
        let venue_names: Vec<&str> =
            self.village.all::<Venue>().map(|(entry, _)| entry.name.as_str()).collect();
        let near = closest(name, venue_names)?;
        Some(name_messages::near_venue(place, name, near))
    }

    /// Returns the diagnostic about the name of a venue followed by more words: `Dorpshuis (grote zaal)`,
    /// `dorpshuis / kerk`.
    pub(super) fn followed_by_words(&self, place: &Place, typed: &str) -> Option<Diagnostic> {
        let signs = [" (", " - ", " – ", "/", " + ", " & ", " en ", " and ", ": ", " "];
        signs.iter().find_map(|sign| {
            let (name, following) = typed.split_once(sign)?;
            let venue = self.venue_meant(name.trim())?;
            let following = following.trim_matches(['(', ')', ' ', '/', '-', '+', '&']);
            // Brackets hold what would otherwise follow a comma.
            let is_known = *sign == " ("
                || venue.1.room(following).is_some()
                || self.venue_meant(following).is_some()
                || self.is_address_of(venue.1, following);
            is_known.then(|| self.words_after_venue(place.clone(), venue, following))
        })
    }

    /// Returns the only one of these names that loose words may mean: `in de Esrand`, or `de kerk` when one
    /// venue is a church.
    pub(super) fn meant_loosely(&self, reference: &Target<'_>, names: &[&'v str]) -> Option<&'v str> {
        if reference.kind != <ToVenue as Referenceable>::INFO {
            return only_match(reference.typed, names);
        }
        let words = reference.typed;
        let lower = words.to_lowercase();
        let lead = ["in ", "bij ", "op ", "at "].iter().find(|lead| lower.starts_with(**lead));
        let words = words.get(lead.map_or(0, |lead| lead.len())..).unwrap_or(words);
        let of_kind = || self.venue_of_kind(words).map(|(entry, _)| entry.name.as_str());
        only_match(words, names).or_else(of_kind).or_else(|| self.venue_at(words))
    }

    /// Returns the name of the only venue at this street and number.
    fn venue_at(&self, words: &str) -> Option<&'v str> {
        let is_there = |(_, venue): &(&Entry, &Venue)| self.is_address_of(venue, words);
        let mut venues = self.village.all::<Venue>().filter(is_there).filter(|_| looks_like_address(words));
        let (entry, _) = venues.next()?;
        venues.next().is_none().then_some(entry.name.as_str())
    }

    /// Returns the only venue of the kind that these words name.
    fn venue_of_kind(&self, words: &str) -> Option<(&'v Entry, &'v Venue)> {
        let folded = fold(words);
        let articles = ["de ", "het ", "ons ", "onze ", "the ", "our "];
        let kind = articles.iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(&folded);
        let is_of_kind = |(_, venue): &(&Entry, &Venue)| {
            let known = venue.kind.as_ref().and_then(|kind| kind.value.known);
            known.is_some_and(|word| Word::spellings(word).any(|spelling| fold(spelling) == kind))
        };
        let mut venues = self.village.all::<Venue>().filter(is_of_kind);
        venues.next().filter(|_| venues.next().is_none())
    }

    /// Returns the venue, if these words mean exactly one.
    fn venue_meant(&self, words: &str) -> Option<(&'v Entry, &'v Venue)> {
        match self.names.meant(<ToVenue as Referenceable>::INFO, words, &fold(words)) {
            [id] => {
                let entry = self.village.entry(*id);
                if let Details::Venue(venue) = &entry.details { Some((entry, venue)) } else { None }
            }
            _ => None,
        }
    }

    /// Returns the diagnostic about words after the name of a venue.
    fn words_after_venue(
        &self,
        place: Place,
        (entry, venue): (&Entry, &Venue),
        following: &str,
    ) -> Diagnostic {
        let parts: Vec<&str> = following.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        let is_own = |part: &&str| self.is_address_of(venue, part);
        let other_parts: Vec<&str> = parts.iter().copied().filter(|part| !is_own(part)).collect();
        match other_parts.as_slice() {
            [] => messages::venue_with_address(place, &entry.name),
            [one]
                if venue.room(one).is_none()
                    && let Some((other, _)) = self.venue_meant(one) =>
            {
                name_messages::two_venues(place, &entry.name, &other.name)
            }
            [address] if venue.room(address).is_none() && looks_like_address(address) => {
                name_messages::address_of_venue(place, entry, address)
            }
            rooms if venue.room_names().next().is_none() => {
                room_messages::words_after_venue_without_rooms(place, &rooms.join(", "), entry)
            }
            rooms => messages::room_after_comma(place, &entry.name, &rooms.join(", ")),
        }
    }

    /// Whether words are the address of a venue, a part of it, or the name of the village.
    fn is_address_of(&self, venue: &Venue, words: &str) -> bool {
        let words = fold(words);
        let address = venue.address.as_ref().map(|address| &address.value);
        let whole = address.map(|address| fold(&address.one_line())).unwrap_or_default();
        let is_part = whole.split_once(&words).is_some_and(|(before, after)| {
            (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
        });
        !words.is_empty() && (is_part || words == fold(self.village.settings.village_name()))
    }
}

/// Whether words are a street and a number, and not the number of a room.
fn looks_like_address(words: &str) -> bool {
    const ROOMS: [&str; 8] = ["zaal", "ruimte", "lokaal", "kamer", "veld", "baan", "room", "hall"];
    let Some((street, number)) = words.trim().rsplit_once(' ') else { return false };
    let folded = fold(street);
    let is_room = folded.split(' ').any(|word| ROOMS.iter().any(|room| word.ends_with(room)));
    !is_room && folded.len() > 3 && number.starts_with(|letter: char| letter.is_ascii_digit())
}
