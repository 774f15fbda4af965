/** Nominations by a list, for the office. */
export const nominate = {
  title: 'Nominate participants by a list',
  lead: (institution: string) =>
    `Each nominee gets a mail from ${institution} with an application that is begun: host and dates stand fast, the rest is theirs to answer. First you see what would happen; nothing is sent before you confirm.`,
  how: 'The list is a CSV file in UTF-8, with semicolons or commas. Its first line names the columns, in any order:',
  cols: 'language, host code and host name may be left empty where they are not needed; activity too, where there is only one. Dates are written 2025-08-18.',
  activities: 'Activities',
  languages: 'Languages',
  file: 'List (CSV)',
  check: 'Check the list',
  none: 'Choose a file.',
  lists: {
    'not-utf8': 'This file is not in UTF-8. In Excel choose “CSV UTF-8” when saving, and send it again.',
    empty: 'There is no line below the head. Fill in the list, and send it again.',
    'too-many': 'A list may have at most 500 lines. Divide it, and send one after the other.',
    'too-large': 'A list may have at most 256 KB. Divide it, and send one after the other.',
  },
  broken: (line: number) =>
    `Line ${line} cannot be read: a quotation mark is missing or stands in the wrong place. Put it right, and send the list again.`,
  missing: (names: string) => `These columns are missing in the first line: ${names}.`,
  unknown: (names: string) =>
    `These columns are not known or stand there twice: ${names}. Take them out or write them as above.`,
  summary: (fresh: number, known: number, wrong: number) =>
    `${fresh} to be nominated, ${known} left out because they are known already, ${wrong} with mistakes.`,
  line: 'Line',
  column: 'Column',
  todo: 'What to do',
  who: 'Nominee',
  stay: 'Stay',
  fate: 'What happens',
  fates: {
    new: 'gets a mail',
    known: 'left out: nominated or applied for this period before',
    twice: 'left out: stands in this list twice',
    wrong: 'left out: see above',
  },
  mistakes: 'What is wrong',
  all: 'The whole list',
  partly:
    'Lines with mistakes are left out. Correct them and send the whole list again later: whoever has been nominated is not nominated twice.',
  problems: {
    missing: 'Fill in this field.',
    'too-long': 'This is too long. Shorten it; both names together may have 69 characters.',
    email: 'This is not a mail address. Write it like name@university.no.',
    language: 'Write one of the languages above, or leave it empty.',
    activity: 'Write one of the activities above.',
    country: 'Write the two letters of the country, for example FR.',
    'host-code': 'This is not an Erasmus code. Write it like F  PARIS014.',
    date: 'This is not a date. Write it like 2025-08-18.',
    reversed: 'The last day lies before the first. Check both.',
    past: 'This stay is over. Check the dates.',
  },
  confirm: (count: number) => `Nominate ${count} and send the mails`,
  nobody: 'Nobody in this list is to be nominated.',
  done: (count: number) => `${count} nominated. Their mails are on their way.`,
  gone: 'This list is kept for one day and has been erased, or it was never checked. Send it again.',
  expired: {
    title: 'This link has expired',
    until: (day: string) => `It worked until ${day}. Let a new one be sent to the office.`,
  },
};
