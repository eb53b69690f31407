// Texts to begin with.
export const SAMPLES: readonly { name: string; text: string; lang?: string }[] = [
  { name: 'Plain', text: 'Hi Anna, your table for two is booked for tonight at 19:30. See you soon!' },
  { name: 'Typographic', text: 'Don’t forget: your “late breakfast” is on us tomorrow – just show this message…' },
  {
    name: 'Long',
    text: 'Dear Ms Walker, the parcel [4711-0815] you ordered on Monday has left our warehouse and will reach you tomorrow between 9 and 11. The driver takes cards and cash; 12 € are due at the door.',
  },
  { name: 'Template', text: 'Dear {name}, your order {order} has been sent. Track it: {link}' },
  { name: 'Emoji', text: 'Happy birthday, Tom! 🎂 Ten years already, and not a day older. Drinks on me tonight 🍻' },
  {
    name: 'Русский',
    lang: 'ru',
    text: 'Ваш заказ собран и ждёт вас в пункте выдачи до пятницы. Код получения: 4711. Возьмите с собой паспорт.',
  },
  { name: 'العربية', lang: 'ar', text: 'مرحبًا، تم تأكيد حجزك لليلة الجمعة الساعة الثامنة. نتطلع إلى رؤيتك!' },
]
