import type { Application } from '../shared/mobility/commands.ts';

/** A week of training of an employee of OsloMet in Gdańsk, autumn 2021; the head of section has to agree. */
export const weekInGdansk: Application = {
  institution: 'oslomet',
  participant: {
    givenName: 'Solveig',
    familyName: 'Ansatt',
    email: 'solveig@oslomet.example',
    language: 'en',
    account: { costCentre: '263110', unit: 'Institutt for sykepleie' },
  },
  stay: {
    call: '2020',
    activity: 'HE-STT',
    host: {
      country: 'PL',
      city: 'Gdańsk',
      code: 'PL GDANSK01',
      distanceKm: 800,
      contact: { name: 'Ewa Nowak', email: 'ewa@host.example' },
    },
    planned: { start: '2021-10-04', end: '2021-10-08' },
    travel: 'standard',
    fewerOpportunities: false,
    facts: {
      eventType: 'job-shadowing',
      academicDays: 5,
      employedByInstitution: true,
      otherEuFunding: false,
      hostsVisited: 1,
      // What nobody vouches for themselves is not believed.
      headOfSectionCleared: true,
    },
  },
  approvers: { 'head-of-section': { name: 'Kari Leder', email: 'kari.leder@oslomet.example' } },
};

/** A blended intensive programme of a student of NMBU in Wageningen, autumn 2025; the faculty has to agree. */
export const weekOfBlended: Application = {
  institution: 'nmbu',
  participant: {
    givenName: 'Jon',
    familyName: 'Student',
    email: 'jon@student.nmbu.example',
    language: 'en',
    account: { bban: '12345678903' },
  },
  stay: {
    call: '2025',
    activity: 'HE-BIP',
    host: {
      country: 'NL',
      city: 'Wageningen',
      code: 'NL WAGENIN01',
      contact: { name: 'Anna de Boer', email: 'anna@host.example' },
    },
    planned: { start: '2025-10-06', end: '2025-10-10' },
    travel: 'none',
    fewerOpportunities: false,
    facts: { agreementWithHost: true, bipEcts: 3, noticeDays: 60 },
  },
  approvers: { faculty: { unit: 'mina' } },
};
