import type { MailWords } from '../../language.ts';

export const ranking: MailWords['ranking'] = {
  subject: (day) => `Goedgekeurd: de Erasmus+-beurzen worden op ${day} verdeeld`,
  heading: 'Je aanvraag is goedgekeurd en wordt gerangschikt',
  how: (day) =>
    `Alle goedgekeurde aanvragen van je ronde worden op ${day} gerangschikt, en het geld van de call wordt in die volgorde verdeeld, zolang het reikt. Dan krijg je een overeenkomst om te ondertekenen, of je plaats op de wachtlijst.`,
  rankedBy: 'Gerangschikt op',
  byPoints: (most, about) => `punten van het International Office, 0 tot ${most}: ${about}`,
  byEarlierDays: 'dagen van eerdere Erasmus+-verblijven: minder gaat voor',
  byTime: 'het tijdstip van de aanvraag: wie eerder was, gaat voor',
  lateBehind: (day) => `aanvragen na ${day} komen achter alle andere`,
  yourPoints: 'Je punten',
  ranking: 'Rangschikking',
  of: (number, all) => `${number} van ${all}`,
  place: (place) => `Plaats ${place}`,
  withPoints: (points) => `met ${points} punten`,
  behind: 'Achter de rangschikking, omdat de aanvraag daarna is goedgekeurd',
  todo: 'Nu niets. Reken niet op de beurs voordat je een overeenkomst hebt ondertekend.',
};
