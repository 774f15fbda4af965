import type { PageWords } from '../index.ts';

export const activities: PageWords['activities'] = {
  'HE-SMS': {
    name: 'Studeren aan een universiteit in het buitenland',
    lead: 'Voor studenten van {home} die op uitwisseling gaan.',
    about: 'Uw studie',
  },
  'HE-SMT': {
    name: 'Stage lopen in het buitenland',
    lead: 'Voor studenten van {home} die in het buitenland stage lopen.',
    about: 'Uw studie',
  },
  'HE-SMD': {
    name: 'Kort naar het buitenland als promovendus',
    lead: 'Voor promovendi van {home} die voor korte tijd naar het buitenland gaan.',
    about: 'Uw studie',
  },
  'HE-BIP': {
    name: 'Deelnemen aan een gemengd intensief programma (BIP)',
    lead: 'Voor studenten van {home} die deelnemen aan een gemengd intensief programma. De beurs is voor de dagen bij de gastinstelling.',
    about: 'Uw studie en het programma',
  },
  'HE-STA': {
    name: 'Lesgeven in het buitenland',
    lead: 'Voor medewerkers van {home} die lesgeven aan een universiteit in het buitenland.',
    about: 'Uw werk',
  },
  'HE-STT': {
    name: 'Als medewerker leren in het buitenland',
    lead: 'Voor medewerkers van {home} die naar het buitenland gaan om iets voor hun werk te leren.',
    about: 'Uw werk',
  },
  'SCH-STAFF': {
    name: 'Naar het buitenland als medewerker van een school of kleuterschool',
    lead: 'Voor medewerkers van de scholen en kleuterscholen van {home} die naar het buitenland gaan om te leren of les te geven.',
    about: 'Uw werk',
  },
  'SCH-PUPIL': {
    name: 'Als leerling naar een school in het buitenland',
    lead: 'Voor leerlingen van de scholen van {home} die leren op een school in het buitenland.',
    about: 'Uw school',
  },
  'VET-LEARNER': {
    name: 'Naar het buitenland als leerling in het beroepsonderwijs',
    lead: 'Voor leerlingen in het beroepsonderwijs van {home}, op school of in een leerbedrijf, die in het buitenland leren of werken.',
    about: 'Uw opleiding',
  },
  'VET-STAFF': {
    name: 'Naar het buitenland als medewerker van een beroepsschool',
    lead: 'Voor medewerkers van de beroepsscholen van {home} die naar het buitenland gaan om te leren of les te geven.',
    about: 'Uw werk',
  },
  'ADU-STAFF': {
    name: 'Naar het buitenland als medewerker van de volwasseneneducatie',
    lead: 'Voor medewerkers van de volwasseneneducatie van {home} die naar het buitenland gaan om te leren of les te geven.',
    about: 'Uw werk',
  },
  'ADU-LEARNER': {
    name: 'Naar het buitenland als volwassen cursist',
    lead: 'Voor cursisten van de volwasseneneducatie van {home} die in het buitenland leren.',
    about: 'Uw opleiding',
  },
};
