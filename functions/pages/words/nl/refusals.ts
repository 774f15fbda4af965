import type { RefusalWords } from '../../refusals.ts';

export const refusals: RefusalWords = {
  sign: {
    'already-signed': 'Deze overeenkomst is al ondertekend.',
    'not-open':
      'Deze overeenkomst kan niet meer worden ondertekend. Schrijf naar het international office als dat volgens u wel zou moeten.',
  },
  withdraw: {
    'already-decided': 'Over deze aanvraag is al beslist.',
    'not-open': 'Het einde van dit verblijf kan nu niet worden gemeld.',
    'already-reported': 'U hebt het einde van uw verblijf al gemeld. De gastinstelling wordt om de data gevraagd.',
    'before-start': 'De laatste dag ligt voor het begin van het verblijf. Bent u nooit vertrokken, geef dat dan aan.',
    'not-over': 'De laatste dag ligt in de toekomst. Meld het wanneer u bent vertrokken.',
  },
  'report-obligations': {
    'not-open': 'Er hoeft nu niets te worden gemeld.',
    'unknown-obligation': 'Iets hiervan kunt u niet zelf melden.',
  },
  'file-document': { 'not-open': 'In dit dossier kan nu geen document worden opgenomen.' },
  'claim-illness': {
    'already-claimed': 'U hebt al gevraagd de beurs wegens ziekte te mogen houden.',
    'certificate-missing': 'Upload de medische verklaring samen met uw verzoek.',
    'being-settled': 'Uw beurs wordt op dit moment berekend. Probeer het over enkele minuten opnieuw.',
    'not-open': 'U kunt dit nu niet vragen.',
    'before-start': 'De laatste dag ligt voor het begin van het verblijf. Bent u nooit vertrokken, geef dat dan aan.',
    'not-over': 'De laatste dag ligt in de toekomst. Meld het wanneer u bent vertrokken.',
    'nothing-to-keep':
      'Bij deze data wordt niets teruggevorderd, dus er is niets om te houden. Meld in plaats daarvan het einde van uw verblijf: dan bevestigt de gastinstelling uw data.',
  },
  'propose-account': {
    'not-open': 'Uw rekening kan nu niet worden gewijzigd.',
    'same-account': 'Dit is de rekening die wij al hebben. Geef een andere.',
  },
  'ask-for-extension': {
    'not-open': 'Een langer verblijf kunt u alleen vragen tussen de ondertekening en het einde van het verblijf.',
    'given-up': 'U hebt het einde van uw verblijf al gemeld.',
    'already-asked': 'U hebt al om een latere laatste dag gevraagd. Het international office beslist daar eerst over.',
    'extension-late':
      'De termijn om een langer verblijf te vragen is voorbij. Schrijf naar het international office en blijf niet langer dan uw overeenkomst zegt: of dagen daarna worden betaald, volgt uit de voorwaarden ervan.',
    'not-later': 'De nieuwe laatste dag moet na de huidige liggen.',
    'above-maximum': 'Met deze laatste dag krijgt u meer dagen dan de regels toestaan. Kies een eerdere dag.',
  },
  'report-interruption': {
    'not-open': 'Een onderbreking meldt u tijdens het verblijf, voordat de gastinstelling de data heeft bevestigd.',
    'already-reported': 'U hebt al een onderbreking gemeld. Het international office bekijkt die eerst.',
    'dates-reversed': 'De laatste dag ligt voor de eerste dag. Controleer beide.',
    'outside-stay': 'De dagen moeten binnen uw verblijf liggen.',
    'at-the-edge':
      'Aan het begin of einde van het verblijf is dit geen onderbreking: uw gastinstelling bevestigt andere data. Bent u voorgoed thuisgekomen, meld dan het einde van uw verblijf.',
    overlaps: 'Enkele van deze dagen vallen in een onderbreking die u al hebt gemeld.',
  },
  'ask-for-instalments': {
    'paid-to-unit': 'Uw eenheid geeft het geld met een boeking terug. U hoeft niets te betalen.',
    'not-open': 'Er is nu geen vordering die in delen kan worden betaald.',
    'already-asked': 'U hebt dit al gevraagd. Het international office antwoordt u per e-mail.',
    'handed-over': 'Wat u moet terugbetalen, wordt door anderen geïnd. Spreek met hen delen af.',
    'decision-open': 'Wat u verschuldigd bent, wordt opnieuw bekeken. Vraag het wanneer dat is gebeurd.',
  },
  'claim-green-travel': {
    'no-green-travel': 'Uw overeenkomst kent geen groen reizen dat moet worden aangevraagd.',
    'already-claimed': 'U hebt groen reizen al aangevraagd.',
    'not-open': 'Uw beurs is al berekend, of wordt nu berekend. Schrijf naar het international office.',
    'legs-missing': 'Geef de hele reis op: ten minste één traject heen en één terug.',
    'km-missing': 'Elk traject moet een afstand in hele kilometers hebben.',
    'receipts-missing': 'Upload eerst de bewijzen van uw reis.',
    'not-green': 'Te weinig kilometers waren groen.',
  },
  'waive-green-travel': {
    'no-green-travel': 'Uw overeenkomst kent geen groen reizen dat moet worden aangevraagd.',
    'already-claimed': 'U hebt groen reizen al aangevraagd.',
    'not-open': 'Uw beurs is al berekend, of wordt nu berekend. Schrijf naar het international office.',
  },
  'object-to-claim': {
    'not-open': 'Er is nu geen vordering waartegen u bezwaar kunt maken.',
    'paid-to-unit': 'Van u wordt niets gevorderd. Schrijf naar het international office als dat niet klopt.',
    'already-objected':
      'U hebt al eerder bezwaar gemaakt tegen deze vordering. Schrijf naar het international office als er iets nieuws is.',
    'correction-open': 'Uw beurs wordt al opnieuw bekeken. U krijgt een e-mail wanneer dat is gebeurd.',
  },
};
