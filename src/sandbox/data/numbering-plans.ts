/** One country's entry: its share of an inventory, and the patterns of its numbers. */
interface NumberingPlan {
  /** ISO 3166-1 alpha-2 in upper case, or `international`. */
  readonly code: string;
  /** English, as in the vendor's sample. */
  readonly name: string;
  /** Relative frequency; only the proportions matter. */
  readonly weight: number;
  /** Patterns by number type; a type without one is not rented in that country. */
  readonly patterns: {
    readonly local?: readonly string[];
    readonly mobile?: readonly string[];
    readonly toll_free?: readonly string[];
    readonly sip?: readonly string[];
  };
}

function plan(
  code: string,
  name: string,
  weight: number,
  patterns: NumberingPlan['patterns'],
): NumberingPlan {
  return { code, name, weight, patterns };
}

/**
 * E.164 digits without `+`, in patterns: `#` is any digit, `N` is 2 to 9, spaces only help the eye.
 *
 * Hand-picked inside ranges that libphonenumber's full metadata calls valid for that country and
 * type (`generate-numbers.spec.ts` checks it), so that nothing has to validate at run time.
 */
export const numberingPlans: readonly NumberingPlan[] = [
  plan('GB', 'United Kingdom', 210, {
    local: ['44 20 7### ####', '44 20 8### ####', '44 161 N## ####', '44 121 4## ####'],
    mobile: ['44 73## ######', '44 740# ######', '44 784# ######'],
    toll_free: ['44 800 N## ####', '44 808 N## ####'],
  }),
  plan('US', 'United States', 150, {
    local: ['1 212 N######', '1 312 N######', '1 415 N######', '1 617 N######', '1 305 N######'],
    mobile: ['1 646 N######', '1 512 N######', '1 206 N######'],
    toll_free: ['1 800 N######', '1 888 N######', '1 877 N######'],
  }),
  plan('EE', 'Estonia', 110, {
    local: ['372 6## ####', '372 73# ####'],
    mobile: ['372 50## ####', '372 52## ####'],
    toll_free: ['372 800 N###'],
  }),
  plan('DE', 'Germany', 95, {
    local: ['49 30 ########', '49 89 ########', '49 40 ########'],
    mobile: ['49 170 #######', '49 160 #######', '49 176 ########'],
    toll_free: ['49 800 #######'],
  }),
  plan('ES', 'Spain', 70, {
    local: ['34 91# ######', '34 93# ######'],
    mobile: ['34 6## ######'],
    toll_free: ['34 900 ######'],
  }),
  plan('PL', 'Poland', 60, {
    local: ['48 22 N######', '48 12 N######'],
    mobile: ['48 50# ######', '48 60# ######'],
    toll_free: ['48 800 ######'],
  }),
  plan('LV', 'Latvia', 55, {
    local: ['371 67## ####'],
    mobile: ['371 26## ####', '371 29## ####'],
    toll_free: ['371 80## ####'],
  }),
  plan('LT', 'Lithuania', 50, {
    local: ['370 52## ####', '370 37## ####'],
    mobile: ['370 6## #####'],
    toll_free: ['370 800 #####'],
  }),
  plan('FR', 'France', 48, {
    local: ['33 1## ######', '33 4N# ######'],
    mobile: ['33 60# ######', '33 74# ######'],
    toll_free: ['33 80 0######', '33 80 5######'],
  }),
  plan('NL', 'Netherlands', 40, {
    local: ['31 20 #######', '31 10 #######'],
    mobile: ['31 61 #######', '31 62 #######'],
    toll_free: ['31 800 #######'],
  }),
  plan('SE', 'Sweden', 36, {
    local: ['46 8# ######', '46 31 ######'],
    mobile: ['46 70 #######', '46 73 #######'],
    toll_free: ['46 20 ######'],
  }),
  plan('FI', 'Finland', 34, {
    local: ['358 9 1######'],
    mobile: ['358 40 #######', '358 50 #######'],
    toll_free: ['358 800 ######'],
  }),
  plan('IT', 'Italy', 32, {
    local: ['39 02 ########', '39 06 8#######'],
    mobile: ['39 32 ########', '39 34 ########'],
    toll_free: ['39 800 ######'],
  }),
  plan('NO', 'Norway', 22, {
    local: ['47 22 ######', '47 55 ######'],
    mobile: ['47 9## #####', '47 41# #####'],
    toll_free: ['47 800 #####'],
  }),
  plan('DK', 'Denmark', 20, {
    local: ['45 33 2#####', '45 70 2#####'],
    mobile: ['45 26 ######', '45 28 ######'],
    toll_free: ['45 80 ######'],
  }),
  plan('AT', 'Austria', 18, {
    local: ['43 1 N#######', '43 316 ######'],
    mobile: ['43 664 #######', '43 676 #######'],
    toll_free: ['43 800 ######'],
  }),
  plan('BE', 'Belgium', 18, {
    local: ['32 24 ######', '32 92 ######'],
    mobile: ['32 47# ######', '32 48# ######'],
  }),
  plan('CH', 'Switzerland', 17, {
    local: ['41 44 #######', '41 22 #######'],
    mobile: ['41 76 #######', '41 79 #######'],
    toll_free: ['41 800 ######'],
  }),
  plan('CZ', 'Czech Republic', 16, {
    local: ['420 22 #######'],
    mobile: ['420 602 ######', '420 77# ######'],
    toll_free: ['420 800 ######'],
  }),
  plan('RO', 'Romania', 15, {
    local: ['40 21 #######'],
    mobile: ['40 72# ######', '40 74# ######'],
    toll_free: ['40 800 ######'],
  }),
  plan('PT', 'Portugal', 14, {
    local: ['351 21 #######', '351 22 #######'],
    mobile: ['351 91 #######', '351 96 #######'],
    toll_free: ['351 800 ######'],
  }),
  plan('IE', 'Ireland', 13, {
    local: ['353 1 N######'],
    mobile: ['353 85 #######', '353 87 #######'],
    toll_free: ['353 1800 ######'],
  }),
  plan('HU', 'Hungary', 12, {
    local: ['36 1 N######'],
    mobile: ['36 20 #######', '36 30 #######'],
  }),
  plan('BG', 'Bulgaria', 11, {
    local: ['359 2 N######'],
    mobile: ['359 88 #######', '359 89 #######'],
    toll_free: ['359 800 #####'],
  }),
  plan('SK', 'Slovakia', 10, {
    local: ['421 2N #######', '421 55 #######'],
    mobile: ['421 905 ######', '421 91 0######'],
    toll_free: ['421 800 ######'],
  }),
  plan('HR', 'Croatia', 9, {
    local: ['385 1 #######'],
    mobile: ['385 91 #######', '385 98 ######'],
  }),
  plan('CY', 'Cyprus', 8, {
    local: ['357 22 ######', '357 25 ######'],
    mobile: ['357 99 ######', '357 96 ######'],
    toll_free: ['357 800 #####'],
  }),
  plan('BA', 'Bosnia and Herzegovina', 7, {
    local: ['387 33 2#####', '387 51 2#####'],
    mobile: ['387 61 ######', '387 65 ######'],
  }),
  plan('CA', 'Canada', 24, {
    local: ['1 416 N######', '1 514 N######'],
    mobile: ['1 604 N######', '1 647 N######'],
  }),
  plan('AU', 'Australia', 12, {
    local: ['61 2 9#######', '61 3 9#######'],
    mobile: ['61 40# ######', '61 41# ######'],
  }),
  plan('IL', 'Israel', 9, {
    local: ['972 3 #######', '972 2 5######'],
    mobile: ['972 50N ######', '972 52N ######'],
  }),
  plan('AE', 'United Arab Emirates', 6, {
    local: ['971 4 3######', '971 2 6######'],
    mobile: ['971 50 #######', '971 55 #######'],
  }),
  plan('TT', 'Trinidad and Tobago', 3, {
    local: ['1 868 63# ####', '1 868 66# ####'],
    mobile: ['1 868 3## ####', '1 868 46# ####'],
  }),
  // Universal freephone (+800) and iNum (+883 5100): country codes that belong to no country.
  plan('international', 'International', 90, {
    toll_free: ['800 N#######'],
    sip: ['883 5100 #####'],
  }),
];

const patternsByKind = new Map(
  numberingPlans.flatMap(({ code, patterns }) =>
    Object.entries(patterns).map(([type, list]) => [`${code} ${type}`, list] as const),
  ),
);

/** The patterns of a country's numbers of a type; undefined where there are none. */
export const patternsOf = (code: string, type: string): readonly string[] | undefined =>
  patternsByKind.get(`${code} ${type}`);
