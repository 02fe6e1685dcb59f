import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rentedNumberSchema } from '#contract/number.ts';
import { checkNumber } from './check-number.ts';
import { checkRows } from './check-rows.ts';
import { rules } from './rules.ts';
import { anyRow, context, documentedRow, soundRow } from './test-row.ts';

test('every rule has an id of its own, and a title that fits beside a count', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, title } of rules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).toMatch(/^[A-Z][\w -]{3,39}$/);
  }
});

test('every rule says how to mend its findings, in sentences of its own', () => {
  expect(new Set(rules.map(({ remedy }) => remedy)).size).toBe(rules.length);
  for (const { remedy } of rules) expect(remedy).toMatch(/^[A-Z][^<>]{20,158}\.$/);
});

test('rules keep their ids: acceptances and reports name them', () => {
  expect(rules.map(({ id, level }) => `${level} ${id}`)).toMatchInlineSnapshot(`
    [
      "error calls-go-nowhere",
      "error trunk-without-endpoint",
      "error unusable-webhook",
      "error duplicate-number",
      "warning messages-go-nowhere",
      "warning private-network-webhook",
      "warning plain-http-webhook",
      "warning password-in-webhook",
      "warning secret-in-webhook",
      "warning endpoint-without-trunk",
      "warning sip-without-voice",
      "warning no-capability",
      "warning two-applications",
      "warning country-mismatch",
      "warning impossible-length",
      "warning updated-before-created",
      "warning date-in-future",
      "info controller-of-disabled-capability",
      "info get-for-events",
      "info odd-one-out",
    ]
  `);
});

test('a sound number is left alone', () => {
  expect(checkNumber(soundRow(), context)).toEqual([]);
});

test("the row of the vendor's documentation", () => {
  const found = checkNumber(documentedRow, context);
  expect(found.map(({ id }) => id)).toEqual([
    'private-network-webhook',
    'plain-http-webhook',
    'get-for-events',
  ]);
  expect(found[0]).toMatchObject({
    level: 'warning',
    docs: 'https://www.apifonica.com/en/docs/api/rest/get-list-rented-numbers/#:~:text=numbers%2Fmsg_controller',
  });
});

describe('whatever a row holds', () => {
  const fields = Object.keys(rentedNumberSchema.entries);

  test('no rule throws, and every finding is complete', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
        for (const finding of [...checkRows(rows, context).values()].flat()) {
          expect(fields).toContain(finding.field);
          expect(finding.message).toMatch(/^[A-Z].*\.$/s);
          expect(rules.find(({ id }) => id === finding.id)?.remedy).toBe(finding.remedy);
          expect(finding.docs).toMatch(/^https:\/\/www\.apifonica\.com\/en\/docs\//);
        }
      }),
      { numRuns: 300 },
    );
  });

  const anySecret = fc.uuid().map((uuid) => `s3cr3t${uuid.replaceAll('-', '')}`);
  const secretPlaces = [
    (secret: string) => `https://${secret}@x.example.com/`,
    (secret: string) => `http://ann:${secret}@10.0.0.1:8080/a?b=c`,
    (secret: string) => `https://x.example.com/?token=${secret}`,
    (secret: string) => `https://x.example.com/?a=1&${secret}_key=b`,
    (secret: string) => `https://x.example.com/hooks/${secret}?a=${secret}#${secret}`,
    (secret: string) => `https://ann:${secret}@[::1`,
    (secret: string) => `ann:${secret}@x.example.com`,
    (secret: string) => `${secret}:8080/x`,
    (secret: string) => `sip:ann:${secret}@x.example.com`,
    (secret: string) => ` http://ann:${secret}@x.example.com\\@y/`,
    (secret: string) => `${secret}`,
  ];

  test('no secret of a controller is in a message', () => {
    fc.assert(
      fc.property(
        anySecret,
        fc.constantFrom(...secretPlaces),
        fc.constantFrom('call_controller', 'msg_controller'),
        fc.boolean(),
        (secret, place, field, isOn) => {
          const row = soundRow({ number_sid: 'odd', voice: isOn, messaging: isOn });
          const rows = Array.from({ length: 24 }, (_, at) => soundRow({ number_sid: `num${at}` }));
          const found = checkRows([...rows, { ...row, [field]: place(secret) }], context);
          expect(JSON.stringify([...found.values()])).not.toContain(secret);
        },
      ),
      { numRuns: 300 },
    );
  });
});
