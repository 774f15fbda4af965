import type { MailWords } from '../../language.ts';

export const links: MailWords['links'] = {
  subject: 'Lenkja til Erasmus+-stipendet ditt',
  heading: 'Ny lenkje',
  asked:
    'Nokon, truleg du, har bedt om ei ny lenkje til denne saka på sida vår. Lenkjer frå tidlegare e-postar verkar til dei går ut.',
  todo: 'Ta vare på denne e-posten. Har du ikkje bedt om han, treng du ikkje gjere noko: ingen andre har fått lenkja.',
};
