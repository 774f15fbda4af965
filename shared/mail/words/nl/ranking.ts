import type { MailWords } from '../../language.ts';

export const ranking: MailWords['ranking'] = {
  subject: (day) => `Goedgekeurd: de Erasmus+-beurzen worden op ${day} verdeeld`,
  heading: 'Uw aanvraag is goedgekeurd en wordt gerangschikt',
  how: (day) =>
    `Alle goedgekeurde aanvragen van uw ronde worden op ${day} gerangschikt, en het geld van deze oproep wordt in die volgorde verdeeld, zolang het reikt. Dan krijgt u een overeenkomst om te ondertekenen, of uw plaats op de wachtlijst.`,
  rankedBy: 'Gerangschikt op',
  byPoints: (most, about) => `punten van het international office, 0 tot ${most}: ${about}`,
  byEarlierDays: 'dagen van eerdere Erasmus+-verblijven: minder gaat voor',
  byTime: 'het tijdstip van de aanvraag: wie eerder was, gaat voor',
  lateBehind: (day) => `aanvragen na ${day} komen achter alle andere`,
  yourPoints: 'Uw punten',
  ranking: 'Rangschikking',
  of: (number, all) => `${number} van ${all}`,
  place: (place) => `Plaats ${place}`,
  withPoints: (points) => `met ${points} punten`,
  behind: 'Achter de rangschikking, omdat de aanvraag daarna is goedgekeurd',
  todo: 'Nu niets. Reken niet op de beurs voordat u een overeenkomst hebt ondertekend.',
};
