import type { Words } from '../../src/index.js';

/** What a page in Czech would hand to `words`. */
export const czech: Partial<Words> = {
  comments: {
    one: '{count} komentář',
    few: '{count} komentáře',
    many: '{count} komentáře',
    other: '{count} komentářů',
  },
  commentsTitle: 'Komentáře',
  commentsNone: 'Zatím žádné komentáře. Ten váš může být první.',
  reply: 'Odpovědět',
  replyTo: 'Odpovědět uživateli {name}',
  leaveReply: 'Napsat komentář',
  leaveReplyTo: 'Odpověď uživateli {name}',
  cancelReply: 'Zrušit odpověď',
  emailNote: 'Vaše e-mailová adresa nebude zveřejněna.',
  requiredNote: 'Vyžadované údaje jsou označeny',
  comment: 'Komentář',
  name: 'Jméno',
  email: 'E-mail',
  website: 'Webová stránka',
  saveMe: 'Uložit jméno, e-mail a webovou stránku do tohoto prohlížeče pro příští komentář.',
  postComment: 'Odeslat komentář',
  needComment: 'Než komentář odešlete, napište ho.',
  needName: 'Napište své jméno.',
  needEmail: 'Napište svou e-mailovou adresu. Nebude zveřejněna.',
  fieldsWrong: {
    one: 'Zatím neodesláno: {count} pole potřebuje opravit.',
    few: 'Zatím neodesláno: {count} pole potřebují opravit.',
    other: 'Zatím neodesláno: {count} polí potřebuje opravit.',
  },
};

/** The same in Arabic, which has six plural forms. */
export const arabic: Partial<Words> = {
  comments: {
    one: 'تعليق واحد',
    two: 'تعليقان',
    few: '{count} تعليقات',
    many: '{count} تعليقًا',
    other: '{count} تعليق',
  },
  commentsTitle: 'التعليقات',
  reply: 'رد',
  replyTo: 'رد على {name}',
  leaveReply: 'اترك ردًا',
  leaveReplyTo: 'اترك ردًا على {name}',
  cancelReply: 'إلغاء الرد',
  emailNote: 'لن يتم نشر عنوان بريدك الإلكتروني.',
  requiredNote: 'الحقول الإلزامية مشار إليها بـ',
  comment: 'التعليق',
  name: 'الاسم',
  email: 'البريد الإلكتروني',
  website: 'الموقع الإلكتروني',
  saveMe: 'احفظ اسمي وبريدي الإلكتروني وموقعي في هذا المتصفح للمرة المقبلة التي أعلّق فيها.',
  postComment: 'إرسال التعليق',
};
