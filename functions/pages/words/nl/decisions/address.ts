import type { PageWords } from '../../index.ts';

export const address: PageWords['decisions']['address'] = {
  ofHost: 'Het adres van de coördinator van de gastinstelling',
  ofParticipant: 'Het adres van de deelnemer',
  settled: 'Het adres is al verbeterd. Er is niets meer te doen.',
  lead: 'Een mail aan dit adres is niet aangekomen. Zoek uit wat het juiste adres is, bijvoorbeeld per telefoon.',
  whose: 'Wiens adres',
  participants: 'dat van de deelnemer',
  soFar: 'Adres tot nu toe',
  unwanted: 'Als ongewenst aangemerkt',
  unwantedText: 'De ontvanger heeft onze mail als ongewenst aangemerkt. Vraag het na voordat u een ander adres invult.',
  email: 'Het juiste mailadres',
  emailHint:
    'De mail die terugkwam, wordt er meteen naartoe gestuurd, met een eigen link; dat geldt ook voor alles wat volgt.',
  emailMissing: 'Geef het juiste mailadres.',
  name: 'Die wordt bij de verbetering bewaard.',
  button: 'Het adres verbeteren',
  done: (by) => `${by} heeft het adres verbeterd.`,
};
