import type { DangerWords } from './danger-words.ts';

const NOW = '(?:teraz|wlasnie|w tej chwili|znowu|znow|ciagle|dzis w nocy|od (?:kilku )?godzin|cala noc)';
const NOISE = '(?:halas*|glosna muzyka|glosno|krzycz*|wrzeszcz*|glosna impreza)';
const US = '(?:mnie|ja|go|nas|ich|zone|dziecko|dzieci|matke|meza|kobiete|kogos|ludzi|syna|corke)';

/** Polish; written without strokes and tails as well. */
export const polish: DangerWords = {
  emergency: [
    '(?:ratunku|na pomoc|pomocy (?:prosze|szybko|teraz)|nagly wypadek)',
    '(?:wezwij*|wezwac|dzwon*|zadzwon*|dzwoncie) ~ (?:112|karetke|pogotowie|straz|ambulans)',
    '(?:jestem|jestesmy|jest|sa|dziecko|dzieci) ~ w niebezpieczenstwie',
    'zagrozenie zycia',
    // Fire and gas; a lamp "pali sie" too.
    'pozar(?:u)?(?! (?:informacj*|cwicz*))',
    '(?:dom|mieszkanie|budynek|klatka|auto|samochod|blok|kuchnia|dach|piwnica) ~ (?:sie pali|pali sie|plonie|w ogniu)',
    'pali sie (?:dom|mieszkanie|budynek|klatka|auto|samochod|blok|u sasiad*|w)',
    '(?:wyciek gazu|ulatnia sie gaz|gaz sie ulatnia|czuc gaz|czuc gazem|czuje gaz|zapach gazu|tlenek wegla|czad)',
    '(?:wybuch|wybuchl*|eksplozj*|granat|podlozy* ~ bomb*|(?:jest|ma) (?:tu )?bomb*)',
    // Violence and weapons.
    '(?:nozem|ma noz|wyciagnal noz|z nozem|dzgn*|maczet*|siekiera|pistolet*|ma bron|z bronia)',
    '(?:strzelaj*|strzela do|strzelanin*|padly strzaly|(?:slysze|slychac|slyszalem|slyszalam) strzaly|postrzel*)',
    `(?:bije|bija|kopie|dusi|atakuje|atakuja|zaatakowal*|pobil*|sledzi|przesladuje) ${US}`,
    `${US} ~ (?:bije|bija|zabije|zabic|dusi|atakuje|sledzi)`,
    `(?:zabije|zabija|chce zabic|zabic) ${US}`,
    '(?:grozi|groza|grozil*) (?:mi|nam|jej|mu|ze|smiercia|nozem|bronia)',
    '(?:napadl*|napadniet*|napadaja|pobicie|gwalt|gwalci|zgwalc*|porwal*|porwan*|porwanie|przemoc* domow*|zakladnik*)',
    '(?:wlamuje sie|wlamuja sie|sie wlamuj*|wlamywacz*)',
    // Somebody is badly hurt or ill.
    '(?:nie oddych*|nie moze oddychac|nie moge oddychac|nieprzytomn*|stracil* przytomnosc|zemdlal*)',
    '(?:zawal serca|ma zawal|ma udar|dostal* (?:zawalu|udaru)|przedawkow*|dusi sie|sie dusi)',
    '(?:krwawi|wykrwawia|mocno krwawi|ciezko rann*|jest rann*|lezy rann*|tonie (?:dziecko|czlowiek|ktos)|(?:dziecko|czlowiek|ktos) tonie)',
  ],
  nuisance: [
    '(?:dzwon*|zadzwon*|wezwij*|wezwac) ~ policj*',
    `${NOW} ~ ${NOISE}`,
    `${NOISE} ~ ${NOW}`,
    '(?:handluj*|sprzedaj*|handel) ~ narkotyk*',
    '(?:diler*|dealer*|narkotyki|pijan*|pijak*|pijaczk*)',
    '(?:bojka|bojki|bijatyk*|bija sie|biją sie|awantur*|burda|burdy)',
    '(?:wlamanie|wlamania|wlamal*|wlamano|kradziez*|ukradl*|ukradzion*|skradzion*|okradl*|okradzion*|rabunek)',
    'podejrzan* (?:osob*|mezczyzn*|samochod*|auto|typ*|czlowiek*)',
    '(?:wandal*|niszcza|zdewastow*|dewastuj*|molestuj*|molestow*|zaczepiaj*|nekaj*|nekanie)',
  ],
  suicide: [
    '(?:samoboj*|okalecza*|samookalecz*)',
    '(?:chce|chcialbym|chcialabym|wole|chcial|chciala) (?:juz |tylko |po prostu )?(?:umrzec|nie zyc)',
    'nie (?:chce|mam sily|mam ochoty) (?:mi sie )?(?:juz |dluzej |dalej )?zyc',
    'nie chce mi sie (?:juz )?zyc',
    '(?:zabic|zabije|zabil|zabila|powiesic|powiesze|tne|potne) sie',
    'sie (?:zabic|zabije|powiesic|powiesze|tne|potne)',
    '(?:odebrac|odbiore|odebral*) ~ zycie',
    '(?:skonczyc|skoncze) ~ (?:ze soba|z zyciem)',
    'targn* sie na',
    '(?:nie mam po co zyc|zycie nie ma (?:juz )?sensu|lepiej gdybym nie zyl*|mam dosc zycia)',
    '(?:zrobie|zrobic|zrobi) ~ krzywde',
  ],
};
