import type { MailWords } from '../../language.ts';

export const approvals: MailWords['approvals'] = {
  request: {
    heading: 'Voor een verblijf in het buitenland is uw instemming nodig',
    reminderHeading: 'Herinnering: voor een verblijf in het buitenland is uw instemming nog nodig',
    subject: (heading, name) => `${heading}: ${name}`,
    asked: (applicant, institution, label) =>
      `${applicant} vraagt een Erasmus+-beurs van ${institution} aan. Als ${label} wordt u om uw instemming gevraagd; daarna beslist het bureau.`,
    instead: (before) => `U wordt gevraagd in plaats van ${before}.`,
    todo: 'Bekijk het verblijf en stem ermee in, weiger het met een reden die de aanvrager te lezen krijgt, of draag het over aan een vervanger.',
    action: 'Het verblijf bekijken',
  },
  overdue: {
    heading: 'Een instemming blijft uit',
    subject: (heading, name) => `${heading}: ${name}`,
    silence: (name, label, day) => `${name} (${label}) is op ${day} gevraagd en heeft niet geantwoord.`,
    unreached: (name, label) => `Onze mail aan ${name} (${label}) is niet aangekomen.`,
    waits: 'De aanvraag wacht; er verloopt intussen niets.',
    todo: 'Noem iemand anders die gevraagd kan worden, of beslis in diens plaats, met een reden.',
    action: 'Bekijken hoe het verder kan',
  },
  received: (institution, name, label) =>
    `Dank u. Eerst wordt ${name} (${label}) om instemming gevraagd; daarna bekijkt het international office van ${institution} uw aanvraag. U krijgt een mail met de beslissing; er wordt niets betaald voordat beide partijen een beursovereenkomst hebben ondertekend.`,
  refused: (name, label, host) =>
    `${name} (${label}) stemt niet in met uw verblijf in ${host}; daarom is er geen Erasmus+-beurs voor mogelijk.`,
  agreed: (by, day) => `instemming van ${by}, ${day}`,
  agreedInPlace: (by, day, name, reason) =>
    `instemming van ${by} van het bureau, ${day}, in plaats van ${name}: ${reason}`,
};
