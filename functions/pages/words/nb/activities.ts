import type { PageWords } from '../index.ts';

export const activities: PageWords['activities'] = {
  'HE-SMS': {
    name: 'Studere ved et universitet i utlandet',
    lead: 'For studenter ved {home} som drar på utveksling.',
    about: 'Studiene dine',
  },
  'HE-SMT': {
    name: 'Ha praksis i utlandet',
    lead: 'For studenter ved {home} som drar til utlandet for å ha praksis.',
    about: 'Studiene dine',
  },
  'HE-SMD': {
    name: 'Dra til utlandet en kort tid som doktorgradskandidat',
    lead: 'For doktorgradskandidater ved {home} som drar til utlandet en kort tid.',
    about: 'Studiene dine',
  },
  'HE-BIP': {
    name: 'Delta i et blandet intensivprogram (BIP)',
    lead: 'For studenter ved {home} som deltar i et blandet intensivprogram. Stipendet er for dagene hos verten.',
    about: 'Studiene dine og programmet',
  },
  'HE-STA': {
    name: 'Undervise i utlandet',
    lead: 'For ansatte ved {home} som underviser ved et universitet i utlandet.',
    about: 'Arbeidet ditt',
  },
  'HE-STT': {
    name: 'Lære i utlandet som ansatt',
    lead: 'For ansatte ved {home} som drar til utlandet for å lære noe til arbeidet sitt.',
    about: 'Arbeidet ditt',
  },
  'SCH-STAFF': {
    name: 'Dra til utlandet som ansatt i skole eller barnehage',
    lead: 'For ansatte i skoler og barnehager i {home} som drar til utlandet for å lære eller undervise.',
    about: 'Arbeidet ditt',
  },
  'SCH-PUPIL': {
    name: 'Gå på skole i utlandet som elev',
    lead: 'For elever ved skolene i {home} som lærer ved en skole i utlandet.',
    about: 'Skolen din',
  },
  'VET-LEARNER': {
    name: 'Dra til utlandet som lærling eller yrkesfagelev',
    lead: 'For lærlinger og yrkesfagelever i {home} som lærer eller arbeider i utlandet.',
    about: 'Opplæringen din',
  },
  'VET-STAFF': {
    name: 'Dra til utlandet som ansatt ved en yrkesskole',
    lead: 'For ansatte ved yrkesskolene i {home} som drar til utlandet for å lære eller undervise.',
    about: 'Arbeidet ditt',
  },
  'ADU-STAFF': {
    name: 'Dra til utlandet som ansatt i voksenopplæringen',
    lead: 'For ansatte i voksenopplæringen i {home} som drar til utlandet for å lære eller undervise.',
    about: 'Arbeidet ditt',
  },
  'ADU-LEARNER': {
    name: 'Dra til utlandet som voksen som lærer',
    lead: 'For deltakere i voksenopplæringen i {home} som lærer i utlandet.',
    about: 'Opplæringen din',
  },
};
