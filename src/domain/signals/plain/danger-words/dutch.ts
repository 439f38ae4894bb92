import type { DangerWords } from './danger-words.ts';

const US = '(?:me|mij|ons|haar|hem|hen|ze|iemand|mensen|mn [^ ]+|mijn [^ ]+|zn [^ ]+|zijn [^ ]+|een [^ ]+|de [^ ]+)';
const SOMEBODY =
  '(?:ik|je|we|wij|hij|zij|ze|er|iemand|kind|kinderen|baby|vrouw|man|meisje|jongen|moeder|vader|dochter|zoon|buurman|buurvrouw|vriend|vriendin)';
const NOW =
  '(?:nu|op dit moment|momenteel|vannacht|vanavond|nog steeds|alweer|weer|al uren|al een uur|(?:al )?de hele (?:nacht|avond|dag))';
const NOISE = '(?:overlast|geluidsoverlast|herrie|lawaai|kabaal|(?:harde|luide) muziek|geschreeuw|schreeuw*|ruzie*)';

/** Dutch, also as it is typed in haste. */
export const dutch: DangerWords = {
  emergency: [
    '(?:bel|bellen|belt|belde) ~ (?:112|ambulance|brandweer)',
    '112 ~ (?:bellen|nodig)',
    'help help',
    'help (?:me|mij|ons)(?: nu| alsjeblieft| aub| alstublieft| iemand| snel)',
    '(?:noodgeval|levensgevaar|levensgevaarlijk gewond|direct gevaar)',
    `${SOMEBODY} ~ in gevaar`,
    // Fire and gas.
    '(?:er is|is er|nu) (?:nu |een |hier |grote |weer )?brand',
    '(?:staat|staan|stond) ~ in brand',
    'brand in (?:de|het|een|mijn|ons|onze|mn) *',
    '(?:huis|woning|flat|auto|keuken|gebouw|portiek|kelder|dak) brandt',
    'het brandt(?! niet)',
    'uitslaande brand',
    '(?:gaslek|gaslucht|koolmonoxide|(?:ruik|ruiken|ruikt) ~ gas)',
    '(?:explosie(?! van)|explosies|ontploffing|ontploft|handgranaat|granaat|een explosief|(?:ligt|is) ~ bom|bomalarm)',
    // Violence and weapons.
    '(?:word|wordt|worden|werd|werden) ~ (?:aangevallen|mishandeld|geslagen|gestoken|neergestoken|overvallen|verkracht|achtervolgd|bedreigd|vermoord|gewurgd|geschopt|neergeschoten|gestalkt)',
    `(?:slaat|slaan|sloeg|mishandelt|bedreigt|wurgt|schopt|steekt|stalkt|achtervolgt) ${US}`,
    `(?:wil|wilt|gaat|ga|zal|zou|dreigt|probeert) ~ (?:vermoorden|doden|doodmaken|doodslaan|doodsteken|neersteken|doodschieten|iets aandoen)`,
    'maak(?:t)? (?:je|me|mij|haar|hem|ons|jou) dood',
    '(?:doodsbedreig*|steekpartij|neergestoken|doodgestoken|messteek|messteken|messentrekker)',
    '(?:met een|heeft een|had een|hebben een|trekt een|trok een) (?:groot |grote |lang )?(?:mes|wapen|machete|pistool|bijl|vuurwapen)',
    '(?:pistool|vuurwapen|schietpartij|neergeschoten|doodgeschoten)',
    '(?:word|wordt|werd|is) ~ geschoten',
    '(?:hoor|hoorde|hoorden|horen|hoort) ~ schoten',
    '(?:huiselijk geweld|kindermishandeling|verkracht|verkrachting|ontvoerd|ontvoering|gijzel*)',
    '(?:zit|ben|houdt|zitten) ~ opgesloten',
    '(?:word|wordt|worden) ~ ingebroken',
    '(?:inbreker|inbrekers) ~ (?:in|binnen|bij|bezig|nu)',
    'breekt ~ in bij',
    // Somebody is badly hurt or ill.
    '(?:ademt|ademen) ~ niet',
    '(?:adem|lucht) ~ (?:niet|geen)(?= (?:meer|goed))',
    'krijg(?:t)? ~ geen (?:adem|lucht)',
    '(?:bewusteloos|niet (?:meer )?bij bewustzijn|hartstilstand|reanimeren|reanimatie nodig)',
    '(?:heeft|krijgt|had|heb) ~ (?:hartaanval|beroerte|overdosis)',
    '(?:bloedt|bloed) (?:heel |zo )?(?:hevig|erg|hard|dood|veel)',
    '(?:ernstig|zwaar|levensgevaarlijk) gewond',
    '(?:zwaargewond*|ligt ~ gewond|verdrinkt|verdrinken|aan het stikken)',
  ],
  nuisance: [
    '(?:bel|bellen|belt|belde) ~ politie',
    `${NOW} ~ ${NOISE}`,
    `${NOISE} ~ ${NOW}`,
    '(?:drugsdeal*|drugshandel*|drugsdealer*|dealer|dealers|dealt|dealen|straatdealer*)',
    'drugs (?:te )?(?:verkocht|verkopen|verkoopt)',
    '(?:verkoopt|verkopen|handelt in|handelen in) ~ drugs',
    '(?:vechtpartij*|vechten|gevecht|knokpartij*|straatrace*)',
    '(?:dronken|dronkaard*|stomdronken)',
    '(?:vernielt|vernielen|vernielingen|vandalen|vandalisme|inbraak|inbraken|ingebroken)',
    '(?:gestolen|bestolen|diefstal|beroofd|beroving|straatroof|zakkenroller*|gejat)',
    '(?:verdacht|verdachte) (?:persoon|personen|man|mannen|figuur|figuren|auto|busje|situatie)',
    '(?:lastiggevallen|lastig gevallen|nageroepen|geintimideerd|intimideren|bedreiging|bedreigd|aangerand)',
  ],
  suicide: [
    '(?:zelfmoord*|zelfdod*|suicid*|levensmoe*|zelfbeschadig*)',
    '(?:ik|hij|zij|ze|wil|liever|was ik maar) ~ (?:wil|wilt|wou|wilde) ~ dood',
    '(?:wil|wilt|wou|wilde) ~ (?:dood zijn|doodgaan|sterven)',
    '(?:ik wil|wil ik|ik wou dat ik|ik was liever|liever) (?:gewoon |echt |alleen maar |nu |maar )?dood',
    '(?:wil|wilt|wilde|hoef|kan|hoeft) ~ niet (?:meer |langer |verder )+(?:leven|verder leven)',
    'wil ~ er niet meer zijn',
    '(?:eind|einde) ~ aan (?:mijn|mn|zijn|haar|het|dit|zn|hun) leven',
    '(?:maak|maakt|maken|gemaakt) er (?:zelf )?een eind(?:e)? aan',
    'er (?:zelf )?een eind(?:e)? aan (?:maken|maakt|maak|te maken)',
    '(?:mijzelf|mezelf|me zelf|zichzelf|mijn eigen) ~ (?:van kant|iets aandoen|ophangen|ombrengen|doden|vermoorden|snijden|van het leven|pijn doen)',
    '(?:van het leven beroven|van het leven beroofd|geen zin (?:meer )?in het leven|het leven niet meer zien zitten)',
    'zie(?:t)? (?:het|het leven|mijn leven) ~ niet meer zitten',
    '(?:voor|van|onder) (?:de|het|een) (?:trein|metro|dak|brug|flat|balkon|spoor) ~ (?:spring|springen|springt|gesprongen|stappen)',
    '(?:spring|springen|springt) ~ (?:voor|van) (?:de|het|een|mijn) (?:trein|metro|dak|brug|flat|balkon)',
    '(?:beter|liever) ~ als ik (?:er niet meer ben|dood ben)',
  ],
};
