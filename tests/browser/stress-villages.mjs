// Villages that no theme was designed for, each written to a folder of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const EMPTY = { "site.yaml": "naam: Leegveen\nwebadres: https://leegveen.example\n" };

const LONG = "Een avond over alles wat er in het dorp speelt en nog veel meer ".repeat(5).slice(0, 299).trim();
const WORD = "Dorpshuisvrijwilligersverenigingsbestuursvergaderingsnotulenarchiveringscommissie".slice(0, 80);
const RIGHT_TO_LEFT = "لقاء القرية في البيت المشترك مساء يوم الأربعاء";
const EMOJI = "🎉🎄 Feest 👩‍👩‍👧‍👦🏳️‍🌈 " + "🥁".repeat(60);
const TITLES = [LONG, WORD, RIGHT_TO_LEFT, EMOJI];
const URL = `https://example.org/${"een-heel-lang-adres-zonder-eind/".repeat(8)}?q=${"x".repeat(120)}`;

const front = (fields, text = "") => `---\n${fields.trim()}\n---\n\n${text}\n`;
const quoted = (words) => JSON.stringify(words);
const days = ["23", "24", "25", "26", "27", "28", "29"];
const columns = Array.from({ length: 12 }, (_, at) => `Kolom${at}`);

const TEXT = `
${LONG} ${WORD} ${URL} <${URL}>

## ${WORD}

## ${RIGHT_TO_LEFT}

### ${LONG}

| ${columns.join(" | ")} |
|${columns.map(() => "---").join("|")}|
${Array.from({ length: 80 }, (_, at) => `| ${columns.map((name) => `${name}-${at}`).join(" | ")} |`).join("\n")}

- ${WORD}
  - ${WORD}
    - ${WORD}
      - ${WORD}

> ${WORD}
> > ${WORD}

\`${WORD}${WORD}\`

    ${WORD}${WORD}

${RIGHT_TO_LEFT}
`;

const VENUE = `
soort: ${WORD}
adres:
  straat: ${WORD} 1234
  plaats: ${WORD}
openingstijden:
  maandag: 9.00-10.00, 11.00-12.00, 13.00-14.00, 15.00-16.00 en 17.00-23.30
  toelichting: ${WORD}
zalen:
  - naam: ${WORD}
    oppervlakte: 99999
    omschrijving: ${LONG}
    tarieven:
      - {huurder: ${WORD}, dagdeel: ${WORD}, prijs: "123456,00"}
      - {huurder: inwoners, dagdeel: dagdeel, prijs: gratis}
voorzieningen: [keuken, ${WORD}]
toegankelijkheid: {rolstoel: ja, toelichting: ${WORD}}
contact: {naam: ${WORD}, email: ${WORD.slice(0, 60)}@${WORD.slice(0, 60)}.example, website: "${URL}"}
huisregels: [${WORD}, ${quoted(LONG)}]
`;

const EMERGENCY = `
noodsteunpunt:
  status: pilot
  organisator: ${WORD}
  opent_bij: [stroomuitval, ${WORD}]
  functies: [informatie, ${WORD}]
  niet_aanwezig: [drinkwater, ${WORD}en]
  meenemen: [${WORD}, ${quoted(LONG)}]
  bemensing: ${WORD}
  bron: ${WORD}
  toelichting: ${WORD}
`;

function full() {
  const files = {
    "site.yaml": `naam: ${WORD}\nondertitel: ${quoted(LONG)}\nwebadres: https://overvol.example\n`
      + `mededeling: {tekst: ${quoted(`${WORD} ${RIGHT_TO_LEFT} ${LONG}`)}, link: /agenda/}\nwelkom: ${WORD}\n`
      + `contact: {naam: ${WORD}, email: ${WORD.slice(0, 60)}@${WORD.slice(0, 60)}.example, website: "${URL}"}\n`,
  };
  TITLES.forEach((title, at) => {
    const fields = `titel: ${quoted(title)}\nsamenvatting: ${quoted(title)}`;
    files[`agenda/eenmaal-${at}.md`] = front(`${fields}\ndatum: 25 november 2026\nlocatie: plek-${at}\norganisator: club-${at}
soort: ${WORD}\nkosten: "${WORD}"\naanmelden: {hoe: ${quoted(title)}, link: "${URL}"}\ndoelgroep: [${WORD}, ${quoted(title)}]`, TEXT);
    files[`agenda/telkens-${at}.md`] = front(`${fields}\nherhaling: elke dag\nvanaf: 1 november 2026\ntot: 31 december 2026\nbegin: 9.00
locatie: ${quoted(title)}\nwijzigingen:\n  26 november 2026: ${quoted(title)}\n  27 november 2026: vervalt\n  28 november 2026: naar 30 november 2026`, TEXT);
    files[`nieuws/2026-11-0${at + 1}-bericht-${at}.md`] = front(`${fields}\ndatum: ${at + 1} november 2026\nauteur: ${WORD}
onderwerpen: [${WORD}, ${quoted([...title].slice(0, 40).join(""))}]`, TEXT);
    files[`locaties/plek-${at}.md`] = front(`naam: ${quoted(title)}\nsamenvatting: ${quoted(title)}\n${VENUE}${at ? "" : EMERGENCY}`, TEXT);
    files[`organisaties/club-${at}.md`] = front(`naam: ${quoted(title)}\nsamenvatting: ${quoted(title)}\nsoort: ${WORD}\nlocatie: plek-${at}
bestuur:\n  - {naam: ${WORD}, functie: ${WORD}}\ncontact: {naam: ${WORD}, website: "${URL}"}`, TEXT);
    files[`paginas/pagina-${at}.md`] = front(`titel: ${quoted(title)}`, TEXT);
  });
  for (let at = 0; at < 56; at++) files[`locaties/zaal-${at}.md`] = front(`naam: Zaal ${at}`);
  files["agenda/veel.yaml"] = Array.from({ length: 500 }, (_, at) => `- titel: Avond ${at}\n  slug: avond-${at}\n`
    + `  datum: ${days[at % 7]} november 2026\n  begin: ${8 + at % 12}.${String(at % 60).padStart(2, "0")}\n  locatie: zaal-${at % 56}\n`).join("");
  return files;
}

/** Writes a village to a folder, which is removed when the test ends. */
function write(test, files) {
  const folder = mkdtempSync(join(tmpdir(), "dorpsplein-stress-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** A village with no content yet. */
export const empty = (test) => write(test, EMPTY);

/** A village with 500 events in one week, 60 venues, titles of 300 letters, words of 80, and right-to-left text. */
export const overfull = (test) => write(test, full());
