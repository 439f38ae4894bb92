import type { DangerWords } from './danger-words.ts';

const US = '(?:me|us|her|him|them|someone|somebody|people|my [^ ]+|his [^ ]+|the [^ ]+|a [^ ]+)';
const SOMEBODY =
  '(?:i|im|we|were|she|shes|he|hes|they|theyre|child|children|kids|baby|woman|man|girl|boy|mother|daughter|son|life|lives)';
const NOW = '(?:now|right now|at the moment|tonight|again|still|for hours|all night)';
const NOISE = '(?:noise|loud music|loud party|shouting|screaming|yelling|racket)';

/** English. */
export const english: DangerWords = {
  emergency: [
    '(?:call|calling|called|dial|phone) ~ (?:112|999|911|ambulance|fire brigade|fire department)',
    'help help',
    '(?:please )?help (?:me|us) (?:now|please|quick|quickly|im|we)',
    '(?:its|is|this is|it is) an emergency',
    '(?:medical emergency|life threatening)',
    `${SOMEBODY} ~ in danger`,
    '(?:there is|theres|there was) (?:a |now a |another )?fire(?! (?:station|escape|exit|extinguisher|place|truck|door|alarm))',
    '(?:is|are|caught) ~ on fire',
    '(?:house|flat|building|car|kitchen|apartment|roof) is burning',
    '(?:gas leak|smell gas|smell of gas|smells of gas|smells like gas|carbon monoxide)',
    '(?:explosion|exploded|a bomb|bomb threat|hand grenade|grenade)',
    '(?:being|been|getting|got) (?:attacked|beaten|hit|robbed|followed|raped|threatened|stabbed|shot|stalked|strangled)',
    `(?:is|are|was|keeps|hes|shes|theyre|started) (?:hitting|beating|hurting|threatening|choking|strangling|attacking|stabbing|kicking|following|stalking) ${US}`,
    `(?:hits|beats|threatens|chokes|attacks|hurts) (?:me|us|her|him|them|my [^ ]+|his (?:wife|kids|children|girlfriend|son|daughter))`,
    '(?:going to|gonna|wants to|want to|trying to|tries to|will|threatens to|threatened to|threatening to) (?:kill|murder|stab|shoot|hurt) (?:me|us|her|him|them|my [^ ]+|someone|somebody)',
    '(?:stabbed|stabbing|shots fired|gunshot*|gun shots|heard shots|hear shots|hearing shots)',
    '(?:with|has|have|had|pulled|pulls|holding) (?:a |an )?(?:big )?(?:knife|gun|machete|axe|pistol|weapon)',
    '(?:there is|theres|was) a shooting',
    '(?:raped|domestic violence|child abuse|kidnap*|hostage*|held against)',
    '(?:is|are|hes|theyre|someone|somebody) (?:now )?breaking in(?:to)?',
    '(?:burglar|burglars|intruder|intruders) ~ (?:in|inside|now|at)',
    '(?:not|isnt|stopped|cant|cannot|wont|doesnt) (?:breathing|breathe)',
    '(?:unconscious|cardiac arrest|having a (?:heart attack|stroke)|has a heart attack|had a heart attack|overdos*|drowning)',
    '(?:is|am|im|are|keeps|hes|shes) bleeding',
    'bleeding (?:badly|heavily|to death|a lot)',
    '(?:badly|seriously|severely) (?:hurt|injured|wounded)',
  ],
  nuisance: [
    '(?:call|calling|called) ~ police',
    `${NOW} ~ ${NOISE}`,
    `${NOISE} ~ ${NOW}`,
    '(?:drug deal*|drugdealer*|dealing drugs|selling drugs|sell drugs|sells drugs|dealers)',
    '(?:a fight|fights|fighting) (?:in|on|outside|at|near|again|now|between)',
    '(?:street fight*|brawl|street race*|street racing)',
    '(?:drunk|drunks|drunken)',
    '(?:vandal*|broken into|broke into|break in|break ins|burglary|burglaries|burgled|burglarized)',
    '(?:stolen|stole|robbed|robbery|mugged|mugging|pickpocket*|theft)',
    'suspicious (?:person|people|man|men|car|van|figure|guy|guys|behavior|behaviour)',
    '(?:harass*|threatened|catcalled|groped|intimidat*)',
  ],
  suicide: [
    '(?:suicid*|self harm*|selfharm*)',
    '(?:kill|killing|hang|hanging|hurt|hurting|harm|harming|cut|cutting) (?:myself|himself|herself|themselves|my self)',
    '(?:want|wanna|wants|wanted|wish|ready) (?:to )?die',
    'wish i (?:was|were|would be) (?:dead|never born)',
    '(?:dont|do not|doesnt|does not|didnt|no longer) (?:want|wanna|wish) (?:to )?(?:live|be alive|be here|exist|go on living)',
    '(?:end|ending|take|taking|ended) (?:my|his|her|their) (?:own )?life',
    '(?:end|ending) it all',
    'better off (?:dead|without me)',
    '(?:no reason to live|nothing to live for|tired of living|cant go on living|life is not worth living|life isnt worth living)',
    '(?:jump|jumping) ~ (?:off|from|in front of) (?:a|the|my) (?:roof|bridge|balcony|building|train|metro)',
  ],
};
