package tongues

import (
	"strings"
	"sync"
)

// lexicon is what is known of a language, all in small letters.
type lexicon struct {
	cues      map[string]string // forms of verbs that attribute, with the verb
	that      map[string]bool   // what begins a reported clause
	according [][]string        // what names a source without a verb
	pronouns  map[string]bool
	articles  map[string]bool // articles and the like before a role
	particles map[string]bool // small words inside names
	after     map[string]bool // prepositions: a name after one is no subject
	roles     map[string]bool // words before a name that are not of it
	roleEnds  []string        // endings of such words
	bodies    map[string]bool // first words of the names of institutions
	nouns     bool            // ordinary nouns have capitals
}

// source is a lexicon as it is written down: cues as "verb: form form".
type source struct {
	cues, that, according, pronouns, articles, particles, after, roles, roleEnds, bodies string
	nouns                                                                                bool
}

var lexicons = sync.OnceValue(func() map[string]*lexicon {
	out := map[string]*lexicon{}
	for l, s := range sources {
		x := &lexicon{cues: map[string]string{}, that: set(s.that), pronouns: set(s.pronouns), articles: set(s.articles),
			particles: set(s.particles), after: set(s.after), roles: set(s.roles), roleEnds: strings.Fields(s.roleEnds), bodies: set(s.bodies), nouns: s.nouns}
		for line := range strings.SplitSeq(s.cues, ";") {
			verb, forms, _ := strings.Cut(line, ":")
			for _, f := range strings.Fields(forms) {
				x.cues[f] = strings.TrimSpace(verb)
			}
		}
		for phrase := range strings.SplitSeq(s.according, ";") {
			x.according = append(x.according, strings.Fields(phrase))
		}
		out[l] = x
	}
	return out
})

func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

var sources = map[string]source{
	"es": {
		cues: `decir: dijo dice dijeron dicho decía; afirmar: afirmó afirma afirmaron afirmado; asegurar: aseguró asegura aseguraron asegurado;
			declarar: declaró declara declararon declarado; explicar: explicó explica explicaron explicado; señalar: señaló señala señalaron señalado;
			añadir: añadió añade añadieron añadido; agregar: agregó agrega agregaron; indicar: indicó indica indicaron; manifestar: manifestó manifiesta manifestaron;
			anunciar: anunció anuncia anunciaron anunciado; advertir: advirtió advierte advirtieron; sostener: sostuvo sostiene sostuvieron; reconocer: reconoció reconoce reconocieron;
			subrayar: subrayó subraya subrayaron; recordar: recordó recuerda recordaron; insistir: insistió insiste insistieron; admitir: admitió admite admitieron;
			comentar: comentó comenta comentaron; apuntar: apuntó apunta apuntaron; concluir: concluyó concluye; denunciar: denunció denuncia denunciaron; negar: negó niega negaron;
			prometer: prometió promete prometieron; preguntar: preguntó pregunta; responder: respondió responde respondieron; criticar: criticó critica; confirmar: confirmó confirma confirmaron; creer: cree creen creía; decir: decir`,
		that: "que", according: "según; de acuerdo con; en palabras de; a juicio de",
		pronouns: "él ella ellos ellas", articles: "el la los las un una su sus lo al del", particles: "de del la los las y",
		after: "de del en con por para a al sobre entre desde hasta contra según",
		roles: `señor señora sr sra don doña doctor doctora dr dra alcalde alcaldesa presidente presidenta ministro ministra portavoz director directora jefe jefa general profesor profesora juez jueza
			secretario secretaria consejero consejera rey reina papa`,
		bodies: "ministerio gobierno comisión consejo banco partido policía ayuntamiento tribunal universidad organización asociación sindicato agencia parlamento fiscalía junta instituto empresa unión",
	},
	"fr": {
		cues: `dire: dit disait disent; déclarer: déclaré déclare déclarait déclarent; affirmer: affirmé affirme affirmait affirment; expliquer: expliqué explique expliquait expliquent;
			ajouter: ajouté ajoute ajoutait; annoncer: annoncé annonce annonçait; assurer: assuré assure assurait; préciser: précisé précise précisait; souligner: souligné souligne soulignait;
			indiquer: indiqué indique indiquait; estimer: estimé estime estimait; reconnaître: reconnu reconnaît; rappeler: rappelé rappelle rappelait; répondre: répondu répond; confier: confié confie;
			insister: insisté insiste; regretter: regretté regrette; prévenir: prévenu prévient; avertir: averti avertit; soutenir: soutenu soutient; admettre: admis admet; nier: nié nie;
			promettre: promis promet; dénoncer: dénoncé dénonce; conclure: conclu conclut; lancer: lancé lance; raconter: raconté raconte; demander: demandé demande; critiquer: critiqué critique; confirmer: confirmé confirme; penser: pense pensent pensait; dire: dire`,
		that: "que qu", according: "selon; d après; pour; aux yeux de",
		pronouns: "il elle ils elles", articles: "le la les l un une son sa ses du des", particles: "de du la le des d",
		after:  "de du des d à au aux en dans avec par pour sur entre contre chez selon",
		roles:  `monsieur madame m mme docteur dr maire président présidente ministre premier première porte-parole directeur directrice chef général professeur professeure juge secrétaire roi reine pape`,
		bodies: "ministère gouvernement commission conseil banque parti police mairie tribunal université organisation association syndicat agence parlement parquet institut société union",
	},
	"de": {
		cues: `sagen: sagte sagt sagten gesagt; erklären: erklärte erklärt erklärten; betonen: betonte betont betonten; ankündigen: angekündigt kündigte; mitteilen: mitgeteilt teilte teilten;
			berichten: berichtete berichtet berichteten; behaupten: behauptete behauptet behaupteten; meinen: meinte meint meinten; warnen: warnte warnt warnten; fordern: forderte fordert forderten;
			bestätigen: bestätigte bestätigt bestätigten; einräumen: eingeräumt räumte; hinzufügen: hinzugefügt fügte; versichern: versicherte versichert versicherten; schreiben: schrieb schreibt schrieben;
			kritisieren: kritisierte kritisiert kritisierten; antworten: antwortete antwortet; fragen: fragte fragt; unterstreichen: unterstrich; bekräftigen: bekräftigte; äußern: äußerte; versprechen: versprach verspricht; bestreiten: bestritt bestreitet; glauben: glaubt glauben glaubte`,
		that: "dass daß ob", according: "laut; nach angaben von; nach den worten von; nach ansicht von; zufolge",
		pronouns: "er sie", articles: "der die das den dem des ein eine einen einem einer ihr ihre sein seine", particles: "von van der zu zum den dem de",
		after:    "von vom in im mit bei beim für auf aus an am über zwischen gegen nach zu zum zur durch laut",
		roles:    `herr frau doktor dr prof professor professorin general papst könig königin bundeskanzler kanzler`,
		roleEnds: "minister ministerin meister meisterin sprecher sprecherin präsident präsidentin chef chefin leiter leiterin direktor direktorin kanzler kanzlerin experte expertin vorsitzende vorsitzender vorsitzenden richter richterin anwalt anwältin forscher forscherin ingenieur ingenieurin sekretär sekretärin trainer trainerin rat rätin",
		bodies:   "ministerium regierung kommission bundesrat bank partei polizei stadt gericht universität verband behörde amt gewerkschaft agentur bundestag staatsanwaltschaft institut", nouns: true,
	},
	"pt": {
		cues: `dizer: disse diz disseram dito dizia; afirmar: afirmou afirma afirmaram; declarar: declarou declara declararam; explicar: explicou explica explicaram; garantir: garantiu garante;
			acrescentar: acrescentou acrescenta; anunciar: anunciou anuncia anunciaram; informar: informou informa informaram; ressaltar: ressaltou ressalta; destacar: destacou destaca; admitir: admitiu admite;
			alertar: alertou alerta; advertir: advertiu adverte; contar: contou conta; ressalvar: ressalvou; sublinhar: sublinhou sublinha; reconhecer: reconheceu reconhece; responder: respondeu responde;
			lembrar: lembrou lembra; defender: defendeu defende; criticar: criticou critica; negar: negou nega; prometer: prometeu promete; comentar: comentou comenta; completar: completou; concluir: concluiu; perguntar: perguntou; confirmar: confirmou confirma; acreditar: acredita acreditam`,
		that: "que", according: "segundo; de acordo com; conforme; para; na opinião de; nas palavras de",
		pronouns: "ele ela eles elas", articles: "o a os as um uma seu sua", particles: "de da do das dos e",
		after:  "de da do das dos em no na nos nas com por pelo pela para a ao sobre entre contra segundo",
		roles:  `senhor senhora sr sra dom dona doutor doutora dr dra prefeito prefeita presidente presidenta ministro ministra porta-voz diretor diretora chefe general professor professora juiz juíza secretário secretária governador governadora rei rainha papa`,
		bodies: "ministério governo comissão conselho banco partido polícia prefeitura câmara tribunal universidade organização associação sindicato agência parlamento instituto empresa união",
	},
	"it": {
		cues: `dire: detto dice disse dicono diceva; affermare: affermato afferma affermò; dichiarare: dichiarato dichiara dichiarò; spiegare: spiegato spiega spiegò; aggiungere: aggiunto aggiunge aggiunse;
			annunciare: annunciato annuncia annunciò; assicurare: assicurato assicura; sottolineare: sottolineato sottolinea; ricordare: ricordato ricorda; precisare: precisato precisa; ammettere: ammesso ammette;
			avvertire: avvertito avverte; sostenere: sostenuto sostiene; riferire: riferito riferisce; commentare: commentato commenta; concludere: concluso conclude; rispondere: risposto risponde; osservare: osservato osserva;
			chiedere: chiesto chiede; promettere: promesso promette; negare: negato nega; criticare: criticato critica; ribadire: ribadito ribadisce; raccontare: raccontato racconta; confermare: confermato conferma; credere: crede ritiene`,
		that: "che", according: "secondo; stando a; per; a giudizio di; a detta di",
		pronouns: "lui lei egli ella loro", articles: "il lo la i gli le l un una suo sua", particles: "di de del della dei degli d la lo",
		after:  "di del dello della dei degli delle d a al alla in nel nella con per su sul sulla tra fra da dal dalla secondo",
		roles:  `signor signora sig dottor dottoressa dott sindaco sindaca presidente presidentessa ministro ministra portavoce direttore direttrice capo generale professor professoressa giudice segretario segretaria re regina papa`,
		bodies: "ministero governo commissione consiglio banca partito polizia comune tribunale università organizzazione associazione sindacato agenzia parlamento procura istituto società unione",
	},
	"ru": {
		cues: `сказать: сказал сказала сказали; заявить: заявил заявила заявили; сообщить: сообщил сообщила сообщили; отметить: отметил отметила отметили; добавить: добавил добавила добавили;
			подчеркнуть: подчеркнул подчеркнула; объяснить: объяснил объяснила; пояснить: пояснил пояснила; рассказать: рассказал рассказала рассказали; считать: считает; говорить: говорит говорил говорила;
			утверждать: утверждает утверждал утверждала; признать: признал признала; предупредить: предупредил предупредила; пообещать: пообещал пообещала; ответить: ответил ответила; написать: написал написала;
			напомнить: напомнил напомнила; уточнить: уточнил уточнила; объявить: объявил объявила; спросить: спросил спросила; указать: указал указала; подтвердить: подтвердил подтвердила; опровергнуть: опроверг опровергла`,
		that: "что чтобы", according: "по словам; по данным; по мнению; как",
		pronouns: "он она они", articles: "", particles: "",
		after:    "в во на с со из от до для о об при за над под между против у к по",
		roles:    `господин госпожа доктор президент премьер министр глава мэр губернатор директор представитель представительница генерал профессор судья секретарь председатель спикер начальник депутат капитан инженер сенатор посол командир`,
		roleEnds: "министр секретарь президент директор премьер",
		bodies:   "министерство правительство комиссия совет банк партия полиция суд университет организация союз агентство парламент прокуратура институт компания администрация",
	},
}
