import type { PageWords } from '../index.ts';

export const activities: PageWords['activities'] = {
  'HE-SMS': {
    name: 'Studere ved eit universitet i utlandet',
    lead: 'For studentar ved {home} som reiser på utveksling.',
    about: 'Studia dine',
  },
  'HE-SMT': {
    name: 'Ha praksis i utlandet',
    lead: 'For studentar ved {home} som reiser til utlandet for å ha praksis.',
    about: 'Studia dine',
  },
  'HE-SMD': {
    name: 'Reise til utlandet ei kort tid som doktorgradskandidat',
    lead: 'For doktorgradskandidatar ved {home} som reiser til utlandet ei kort tid.',
    about: 'Studia dine',
  },
  'HE-BIP': {
    name: 'Ta del i eit blanda intensivprogram (BIP)',
    lead: 'For studentar ved {home} som tek del i eit blanda intensivprogram. Stipendet er for dagane hos verten.',
    about: 'Studia dine og programmet',
  },
  'HE-STA': {
    name: 'Undervise i utlandet',
    lead: 'For tilsette ved {home} som underviser ved eit universitet i utlandet.',
    about: 'Arbeidet ditt',
  },
  'HE-STT': {
    name: 'Lære i utlandet som tilsett',
    lead: 'For tilsette ved {home} som reiser til utlandet for å lære noko til arbeidet sitt.',
    about: 'Arbeidet ditt',
  },
  'SCH-STAFF': {
    name: 'Reise til utlandet som tilsett i skule eller barnehage',
    lead: 'For tilsette i skular og barnehagar i {home} som reiser til utlandet for å lære eller undervise.',
    about: 'Arbeidet ditt',
  },
  'SCH-PUPIL': {
    name: 'Gå på skule i utlandet som elev',
    lead: 'For elevar ved skulane i {home} som lærer ved ein skule i utlandet.',
    about: 'Skulen din',
  },
  'VET-LEARNER': {
    name: 'Reise til utlandet som lærling eller yrkesfagelev',
    lead: 'For lærlingar og yrkesfagelevar i {home} som lærer eller arbeider i utlandet.',
    about: 'Opplæringa di',
  },
  'VET-STAFF': {
    name: 'Reise til utlandet som tilsett ved ein yrkesskule',
    lead: 'For tilsette ved yrkesskulane i {home} som reiser til utlandet for å lære eller undervise.',
    about: 'Arbeidet ditt',
  },
  'ADU-STAFF': {
    name: 'Reise til utlandet som tilsett i vaksenopplæringa',
    lead: 'For tilsette i vaksenopplæringa i {home} som reiser til utlandet for å lære eller undervise.',
    about: 'Arbeidet ditt',
  },
  'ADU-LEARNER': {
    name: 'Reise til utlandet som vaksen som lærer',
    lead: 'For deltakarar i vaksenopplæringa i {home} som lærer i utlandet.',
    about: 'Opplæringa di',
  },
};
