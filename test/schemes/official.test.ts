import { describe, expect, test } from 'vitest'
import { count, transliterate } from '../../src/index'
import { bulgarian2009, greekCapitals, icao9303, ukrainian2010 } from '../../src/schemes/index'

const spell = (text: string, table: Record<string, string>) => transliterate(text, { table })

describe('ukrainian2010: the examples of the resolution', () => {
  const EXAMPLES = `Алушта Alushta; Андрій Andrii; Борщагівка Borshchahivka; Борисенко Borysenko; Вінниця Vinnytsia; Володимир Volodymyr;
    Гадяч Hadiach; Богдан Bohdan; Згурський Zghurskyi; Ґалаґан Galagan; Ґорґани Gorgany; Донецьк Donetsk; Дмитро Dmytro; Рівне Rivne;
    Олег Oleh; Есмань Esman; Єнакієве Yenakiieve; Гаєвич Haievych; Короп'є Koropie; Житомир Zhytomyr; Жанна Zhanna; Жежелів Zhezheliv;
    Закарпаття Zakarpattia; Казимирчук Kazymyrchuk; Медвин Medvyn; Михайленко Mykhailenko; Іванків Ivankiv; Іващенко Ivashchenko;
    Їжакевич Yizhakevych; Кадиївка Kadyivka; Мар'їне Marine; Йосипівка Yosypivka; Стрий Stryi; Олексій Oleksii; Київ Kyiv; Коваленко Kovalenko;
    Лебедин Lebedyn; Леонід Leonid; Миколаїв Mykolaiv; Маринич Marynych; Ніжин Nizhyn; Наталія Nataliia; Одеса Odesa; Онищенко Onyshchenko;
    Полтава Poltava; Петро Petro; Решетилівка Reshetylivka; Рибчинський Rybchynskyi; Суми Sumy; Соломія Solomiia; Тернопіль Ternopil;
    Троць Trots; Ужгород Uzhhorod; Уляна Uliana; Фастів Fastiv; Філіпчук Filipchuk; Харків Kharkiv; Христина Khrystyna; Біла Bila;
    Стеценко Stetsenko; Чернівці Chernivtsi; Шевченко Shevchenko; Шостка Shostka; Кишеньки Kyshenky; Щербухи Shcherbukhy; Гоща Hoshcha;
    Гаращенко Harashchenko; Юрій Yurii; Корюківка Koriukivka; Яготин Yahotyn; Ярошенко Yaroshenko; Костянтин Kostiantyn; Знам'янка Znamianka;
    Феодосія Feodosiia; Згорани Zghorany; Розгон Rozghon`
  const pairs = EXAMPLES.split(';').map((pair) => pair.trim().split(' '))

  test.each(pairs)('%s is %s', (text, out) => {
    expect(spell(text!, ukrainian2010)).toBe(out)
    expect(spell(text!.normalize('NFD'), ukrainian2010)).toBe(out)
    expect(spell(text!.toUpperCase(), ukrainian2010)).toBe(out!.toUpperCase())
  })

  test('an apostrophe goes inside a word, and stays as a quotation mark', () => {
    expect(spell("Знам’янка, Знамʼянка, 'Яготин', ’Яготин’", ukrainian2010)).toBe(
      "Znamianka, Znamianka, 'Yahotyn', ’Yahotyn’",
    )
  })
})

test.each([
  ['София', 'Sofia'],
  ['Стара Загора', 'Stara Zagora'],
  ['Търново', 'Tarnovo'],
  ['Ямбол', 'Yambol'],
  ['Щръклево', 'Shtraklevo'],
  ['Синьо', 'Sinyo'],
  ['Мария', 'Maria'],
  ['МАРИЯ, СОФИЯ', 'MARIA, SOFIA'],
  ['Илиян и Мариян', 'Iliyan i Mariyan'],
  ['България', 'Balgaria'],
])('bulgarian2009: %s is %s', (text, out) => {
  expect(spell(text, bulgarian2009)).toBe(out)
})

test.each([
  ['Юлия', 'Iuliia'],
  ['Щербаков', 'Shcherbakov'],
  ['Подъячев', 'Podieiachev'],
  ['ПОДЪЯЧЕВ', 'PODIEIACHEV'],
  ['Цой', 'Tsoi'],
  ['Соловьёв', 'Solovev'],
])('icao9303: %s is %s', (text, out) => {
  expect(spell(text, icao9303)).toBe(out)
  expect(spell(text.normalize('NFD'), icao9303)).toBe(out)
})

describe('greekCapitals', () => {
  test.each([
    ['Καλησπέρα', 'KAΛHΣΠEPA'],
    ['Ξεσκεπάζω', 'ΞEΣKEΠAZΩ'],
    ['Ταΐστε τη γάτα, Ωδή ΰ', 'TAIΣTE TH ΓATA, ΩΔH Y'],
  ])('%s is %s', (text, out) => {
    expect(spell(text, greekCapitals)).toBe(out)
    expect(spell(text.normalize('NFD'), greekCapitals)).toBe(out)
  })

  test('makes every Greek text of today GSM-7, as long as it was', () => {
    const letters = Array.from({ length: 0x3cf - 0x386 }, (_, at) => String.fromCharCode(0x386 + at)).join('')
    const greek = letters.replace(/[^\p{L}]/gu, '')
    expect(count(greek, { transliterate: { table: greekCapitals } })).toMatchObject({
      encoding: 'GSM-7',
      units: greek.length,
    })
  })
})
