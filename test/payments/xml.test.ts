import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../shared/payments/tree.ts';
import { element, UnwritableText, writeXml } from '../../shared/payments/xml.ts';

const read = (xml: string) => readXml(new TextEncoder().encode(xml));

describe('writing XML', () => {
  it('indents, escapes and leaves out what is undefined', () => {
    const xml = writeXml(
      element('A', [element('B', 'x < y & "z" > \t'), undefined, element('C', []), element('D', 'é', { k: '"&\n' })], {
        xmlns: 'urn:x',
      }),
    );
    expect(xml).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<A xmlns="urn:x">',
        '  <B>x &lt; y &amp; &quot;z&quot; &gt; &#9;</B>',
        '  <C/>',
        '  <D k="&quot;&amp;&#10;">é</D>',
        '</A>',
        '',
      ].join('\n'),
    );
  });

  it('refuses what XML cannot carry', () => {
    for (const text of ['\u0000', '\u001b', '\ud800', '\uffff']) {
      expect(() => writeXml(element('A', text))).toThrow(UnwritableText);
    }
  });

  it('comes back the same when read', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 50 });
    fc.assert(
      fc.property(texts, texts, (text, attribute) => {
        let xml = '';
        try {
          xml = writeXml(element('A', text, { k: attribute }));
        } catch (error) {
          expect(error).toBeInstanceOf(UnwritableText);
          return;
        }
        const { root } = read(xml);
        expect(root.text).toBe(text.trim());
        expect(root.attributes.k).toBe(attribute);
      }),
    );
  });
});

describe('reading XML', () => {
  it('leaves out foreign namespaces and everything under them', () => {
    const { root } = read('<a xmlns="urn:a" xmlns:b="urn:b" b:k="1" k="2"><b:c><a>x</a></b:c><d>y</d></a>');
    expect(root.children.map((child) => child.name)).toEqual(['d']);
    expect(root.attributes).toEqual({ k: '2', xmlns: undefined });
  });

  it('joins text and CDATA, and takes predefined entities', () => {
    expect(read('<a> x<![CDATA[<y>]]>&amp;z </a>').root.text).toBe('x<y>&z');
  });
});
