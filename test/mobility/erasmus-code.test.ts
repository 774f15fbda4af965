import { expect, test } from 'vitest';
import { erasmusCode } from '../../shared/mobility/erasmus-code.ts';

test.each([
  ['F  PARIS014', 'F  PARIS014'],
  ['dk aarhus01', 'DK AARHUS01'],
  ['NL UTRECHT01', 'NL UTRECHT01'],
  ['N BERGEN02', 'N BERGEN02'],
  ['IRLDUBLIN02', 'IRLDUBLIN02'],
  ['LUXLUX-VIL01', 'LUXLUX-VIL01'],
  ['Siemens AG', undefined],
  ['PARIS', undefined],
  ['', undefined],
  ['F  PARIS014 ', undefined],
])('“%s” is the Erasmus code %s', (host, code) => {
  expect(erasmusCode(host)).toBe(code);
});
