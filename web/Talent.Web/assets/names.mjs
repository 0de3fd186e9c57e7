// Names of countries, languages and currencies in the languages of the pages, from the CLDR data inside Node.
const pages = ['en', 'zh', 'ru', 'pt', 'ar', 'fr', 'es'];

const countries = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC ' +
  'CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH ' +
  'KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW ' +
  'MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC ' +
  'SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY ' +
  'UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW').split(' ');
const languages = (
  'am ar az be bg bn cs da de el en es et fa fi fr ha he hi hr hu hy id it ja ka kk km ko ky lo lt lv mn ms my ne nl no ' +
  'pl ps pt ro ru si sk sl sr sv sw ta tg th tk tr uk ur uz vi xh zh zu').split(' ');

const named = (codes, locale, type) => {
  const display = new Intl.DisplayNames(locale, { type, fallback: 'code', style: 'short' });
  const pairs = codes.map(code => [code, display.of(code)]);
  return Object.fromEntries(pairs.sort((one, other) => one[1].localeCompare(other[1], locale)));
};

/** By page language: code to name, each sorted as that language sorts. */
export const names = () => Object.fromEntries(pages.map(page => {
  const locale = page === 'zh' ? 'zh-CN' : page;
  return [page, {
    countries: named(countries, locale, 'region'),
    languages: named(languages, locale, 'language'),
    currencies: named(Intl.supportedValuesOf('currency'), locale, 'currency'),
  }];
}));
