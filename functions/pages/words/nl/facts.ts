import type { PageWords } from '../index.ts';

export const facts: PageWords['facts'] = {
  studyLevel: {
    name: 'Studieniveau',
    question: 'Studieniveau',
    missing: 'Kies uw studieniveau.',
    options: {
      bachelor: 'Bachelor',
      master: 'Master',
      phd: 'PhD',
      'one-cycle': 'Ongedeelde opleiding van vijf of zes jaar',
    },
  },
  ects: {
    name: 'Behaalde studiepunten',
    question: 'Behaalde studiepunten (ECTS) vóór het verblijf',
    missing: 'Geef het aantal studiepunten dat u hebt behaald.',
  },
  degreeSeeking: {
    name: 'Volgt een opleiding tot een graad',
    question: 'Volgt u bij {home} een opleiding tot een graad?',
    missing: 'Geef aan of u een opleiding tot een graad volgt.',
  },
  doubleDegree: {
    name: 'Dubbele graad',
    question: 'Is het een dubbele graad met twee semesters in het buitenland?',
    missing: 'Geef aan of het een dubbele graad is.',
  },
  nominated: {
    name: 'Genomineerd voor het verblijf',
    question: 'Heeft {home} u voor dit verblijf genomineerd?',
    missing: 'Geef aan of u genomineerd bent.',
  },
  approvedInDegree: {
    name: 'Goedgekeurd als deel van de opleiding',
    question: 'Heeft {home} het verblijf goedgekeurd als deel van uw opleiding?',
    missing: 'Geef aan of het verblijf is goedgekeurd als deel van uw opleiding.',
  },
  agreementWithHost: {
    name: 'Overeenkomst met de gastinstelling',
    question: 'Hebben {home} en uw gastinstelling een overeenkomst over zulke verblijven?',
    hint: 'Weet u het niet, vraag het dan aan het bureau voordat u een aanvraag doet.',
    missing: 'Geef aan of er een overeenkomst met uw gastinstelling is.',
  },
  hostHasCharter: {
    name: 'Erasmushandvest van de gastinstelling',
    question: 'Heeft uw gastinstelling een geldig Erasmushandvest voor hoger onderwijs (ECHE)?',
    hint: 'Universiteiten in het programma hebben er een; andere organisaties hebben er geen nodig.',
    missing: 'Geef aan of uw gastinstelling het Erasmushandvest heeft.',
  },
  hostIsHigherEducation: {
    name: 'Gastinstelling hoort bij het hoger onderwijs',
    question: 'Is uw gastinstelling een universiteit of een andere instelling voor hoger onderwijs?',
    missing: 'Geef aan of uw gastinstelling een instelling voor hoger onderwijs is.',
  },
  languageLevel: {
    name: 'Taalniveau',
    question: 'Uw niveau in de taal die bij de gastinstelling wordt gebruikt',
    hint: 'Op de Europese schaal van A1 tot en met C2.',
    missing: 'Kies uw taalniveau.',
  },
  previousFundedDays: {
    name: 'Dagen van eerdere verblijven',
    question: 'Dagen van eerdere Erasmus+-verblijven op hetzelfde studieniveau',
    hint: 'Laat het leeg als dit uw eerste is.',
    missing: 'Geef het aantal dagen van uw eerdere verblijven.',
  },
  eventType: {
    name: 'Soort verblijf',
    question: 'Wat gaat u daar doen?',
    missing: 'Kies wat u daar gaat doen.',
    options: {
      teaching: 'Lesgeven',
      'job-shadowing': 'Meelopen met collega’s (job shadowing)',
      'training-course': 'Een cursus volgen',
      'language-course': 'Een taalcursus volgen',
      seminar: 'Een seminar bijwonen',
      workshop: 'Een workshop bijwonen',
      conference: 'Een conferentie bijwonen',
      'partner-week': 'Een partnerweek bijwonen (staff week)',
    },
  },
  academicDays: {
    name: 'Dagen met academische activiteiten',
    question: 'Op hoeveel dagen van het verblijf zijn er academische activiteiten?',
    missing: 'Geef het aantal dagen met academische activiteiten.',
  },
  teachingHours: {
    name: 'Lesuren',
    question: 'Hoeveel uur gaat u in totaal lesgeven?',
    missing: 'Geef het aantal uren dat u gaat lesgeven.',
  },
  residenceCountry: {
    name: 'Land waar u woont',
    question: 'Land waar u woont',
    missing: 'Kies het land waar u woont.',
  },
  employedByInstitution: {
    name: 'In dienst van de instelling',
    question: 'Bent u in dienst van {home}?',
    missing: 'Geef aan of u daar in dienst bent.',
  },
  otherEuFunding: {
    name: 'Ander EU-geld',
    question: 'Betaalt ander EU-geld voor hetzelfde verblijf?',
    hint: 'Uit een ander EU-programma of EU-project, voor dezelfde kosten.',
    missing: 'Geef aan of ander EU-geld voor het verblijf betaalt.',
  },
  headOfSectionCleared: {
    name: 'Afgestemd met het afdelingshoofd',
    question: 'Heeft uw afdelingshoofd met het verblijf ingestemd?',
    missing: 'Geef aan of uw afdelingshoofd heeft ingestemd.',
  },
  facultyApproved: {
    name: 'Goedgekeurd door de faculteit',
    question: 'Heeft uw faculteit het verblijf goedgekeurd en u ervoor aanbevolen?',
    missing: 'Geef aan of uw faculteit het verblijf heeft goedgekeurd.',
  },
  bipEcts: {
    name: 'Studiepunten van het programma',
    question: 'Studiepunten (ECTS) die het programma oplevert',
    missing: 'Geef het aantal studiepunten dat het programma oplevert.',
  },
  noticeDays: {
    name: 'Dagen van tevoren',
    question: 'Hoeveel dagen vóór het begin hebt u het bureau ingelicht?',
    hint: 'Tel van uw eerste bericht tot de eerste dag van het verblijf.',
    missing: 'Geef het aantal dagen tussen uw eerste bericht aan het bureau en het begin.',
  },
  hostsVisited: {
    name: 'Aantal gastorganisaties',
    question: 'Hoeveel gastorganisaties gaat u bezoeken?',
    missing: 'Geef het aantal gastorganisaties dat u gaat bezoeken.',
  },
  languageOfCountry: {
    name: 'Taal wordt in het land gesproken',
    question: 'Wordt de taal van de cursus gesproken in het land waar hij plaatsvindt?',
    hint: 'Alleen voor een taalcursus.',
    missing: 'Geef aan of de taal van de cursus daar wordt gesproken.',
  },
  learnerStatus: {
    name: 'Wat de lerende is',
    question: 'Wat bent u op dit moment?',
    missing: 'Kies wat u op dit moment bent.',
    options: {
      'vet-pupil': 'Leerling van een beroepsschool',
      apprentice: 'Leerling in een leerbedrijf',
      'newly-qualified': 'Pas gediplomeerd, in de laatste twaalf maanden',
      other: 'Iets anders',
    },
  },
  placementInEnterprise: {
    name: 'Stage in een bedrijf',
    question: 'Gaat u tijdens het verblijf in een bedrijf werken?',
    missing: 'Geef aan of u in een bedrijf gaat werken.',
  },
  submittedOn: { name: 'Ingediend op', question: 'Ingediend op', missing: 'Geef de dag van indiening.' },
};
