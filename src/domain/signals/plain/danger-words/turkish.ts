import type { DangerWords } from './danger-words.ts';

const NOW = '(?:simdi|su an|su anda|hala|yine|bu gece|saatlerdir|butun gece)';
const NOISE = '(?:gurultu*|yuksek ses*|bagiriyor*|bagir*)';

/** Turkish; written without dots and cedillas as well. */
export const turkish: DangerWords = {
  emergency: [
    '(?:imdat|acil durum*|acil yardim|can kurtaran)',
    '(?:112|ambulans*|itfaiye*) ~ (?:ara|arayin|cagir*|lazim|gelsin)',
    'yardim edin',
    '(?:tehlikedeyim|tehlikedeyiz|hayati tehlike*|(?:hayatim|hayatimiz|cocuk*|annem|kizim|oglum) tehlikede)',
    // Fire and gas; a lamp can "yaniyor" too.
    'yangin (?:var|cikti|cikiyor|basladi|buyuyor)',
    '(?:ev|evi|evim|evimiz|evde|bina|binamiz|daire|araba|dukkan|apartman|cati|mutfak) ~ (?:yaniyor|alev aldi|tutustu|yangin)',
    '(?:alev aldi|alevler icinde|gaz kacagi|gaz sizintisi|gaz koku*|dogalgaz koku*)',
    '(?:patlama|patladi ~ bomba|bomba (?:var|atti*|atildi|koydu*|patladi)|el bombasi)',
    // Violence and weapons.
    '(?:bicakla*|bicakli (?:adam|kavga|saldiri|biri)|bicak cek*|bicak var|bicagi var|elinde (?:bir )?(?:bicak|silah|tabanca))',
    '(?:silah ses*|silahli|silah cek*|silahi var|ates (?:ediyor*|etti*|edildi|aciyor*|acti*|acildi)|vuruldu*|kursun*)',
    '(?:beni|bizi|onu|annemi|cocugu*|karisini|kizimi) ~ (?:oldur*|doviyor*|dovuyor*|dovdu|bogu*|bicak*|takip ediyor*|tehdit ed*)',
    '(?:oldurecek*|oldurmek istiyor*|oldurmekle|olumle tehdit*|tehdit ed(?:iyor*|iliyor*))',
    '(?:bana|bize|ona|karisina|cocugu*) ~ (?:vuruyor*|saldir*|siddet)',
    '(?:dayak (?:yiyor*|atiyor*)|dovuyor*|siddet gor*|siddet uygul*|aile ici siddet|ev ici siddet)',
    '(?:saldiriya ugra*|saldiriyor*|tecavuz*|kacirildi*|kaciriyor*|rehin al*)',
    '(?:hirsiz (?:var|girdi|evde|iceride|giriyor)|eve girmeye calis*|kapiyi kiriyor*)',
    // Somebody is badly hurt or ill.
    '(?:nefes al(?:m|am)iyor*|nefessiz kaldi|bayildi|baygin|bilinci (?:kapali|yok)|bilincini kaybet*)',
    '(?:kalp krizi|felc geciriyor|cok kan|kan kaybed*|kanamasi (?:var|durmuyor)|kanlar icinde|agir yarali|yarali var|boguluyor*|asiri doz)',
  ],
  nuisance: [
    'polis* ~ (?:ara|arayin|cagir*|gelsin|lazim)',
    `${NOW} ~ ${NOISE}`,
    `${NOISE} ~ ${NOW}`,
    '(?:uyusturucu|esrar|hap) ~ (?:sat*|tic*|alip sat*)',
    '(?:torbaci*|uyusturucu satici*)',
    '(?:kavga (?:var|ediyor*|ettiler|cikti|cikiyor)|kavga ediyorlar|dovusuyor*|sarhos*)',
    '(?:hirsizlik*|calindi|caldilar|caldi|soyuldu*|soygun|soydular|gasp*|yankesici*)',
    'supheli (?:kisi*|sahis*|adam*|araba|arac|biri)',
    '(?:taciz*|laf atiyor*|camlari kir*|cami kirdi*|vandal*|tehdit etti*)',
  ],
  suicide: [
    '(?:intihar*|canima kiy*|canina kiy*)',
    '(?:olmek (?:ist*|isterim)|keske olsem|olsem daha iyi|olmek isterdim)',
    '(?:kendimi|kendini|kendisini) (?:oldur*|as(?:acag*|mak|ti|iyor*)|kes(?:iyor*|ecegim|mek)|atacag*)',
    '(?:hayatima|hayatina|yasamima|yasamina) son *',
    '(?:yasamak ist(?:emiyor*|emem)|yasamanin anlami (?:yok|kalmadi)|yasamaktan biktim|yasamak icin (?:bir )?neden* (?:yok|kalmadi))',
    '(?:kendime|kendine) zarar *',
  ],
};
