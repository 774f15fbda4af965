import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../infra/local/events/pattern.ts';

const created = (bucket: string, key: string) => ({
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { bucket: { name: bucket }, object: { key, size: 3 } },
});

describe('a pattern of the event bus', () => {
  const fits = compilePattern({
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: { bucket: { name: ['files'] }, object: { key: [{ prefix: 'bank/in/' }] } },
  });

  it.each([
    ['an event with all of it', created('files', 'bank/in/nhh/1.xml'), true],
    ['another prefix', created('files', 'bank/out/nhh/1.xml'), false],
    ['another bucket', created('other', 'bank/in/nhh/1.xml'), false],
    ['an event without the field', { source: 'aws.s3', 'detail-type': 'Object Created' }, false],
    ['no object at all', null, false],
  ])('fits or not: %s', (_name, event, expected) => {
    expect(fits(event)).toBe(expected);
  });

  it('takes any of several values, of texts, numbers, truth values and null', () => {
    const any = compilePattern({ state: ['open', 2, true, null] });
    expect([any({ state: 'open' }), any({ state: 2 }), any({ state: true }), any({ state: null })]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(any({ state: 'closed' })).toBe(false);
  });

  it('looks for the value in a list of the event', () => {
    expect(compilePattern({ tags: ['x'] })({ tags: ['y', 'x'] })).toBe(true);
  });

  it.each([
    ['suffix', { detail: { key: [{ suffix: '.xml' }] } }],
    ['anything-but', { detail: { key: [{ 'anything-but': ['a'] }] } }],
    ['$or', { $or: [{ a: ['1'] }] }],
    ['must be a list', { source: 'aws.s3' }],
  ])('refuses by name what it does not implement: %s', (name, pattern) => {
    expect(() => compilePattern(pattern, 'rule X')).toThrow(name);
    expect(() => compilePattern(pattern, 'rule X')).toThrow('rule X');
  });
});
