package answer

var (
	// lead is what people write before the question itself.
	lead = match(`(?i)^(?:(?:can|could|would|will) (?:you|u) (?:please )?(?:quote|cite|list)\b|(?:hey|hi|hello|ok|okay|so|well|and|but|please|pls|plz|bot|on record|onrecord|question|q)\b[ ,:!.]*` +
		`|(?:can|could|would|will) (?:you|u|anyone|someone|somebody)(?: please)? (?:tell|show|give|find|explain to|remind) (?:me|us)(?: please)?[ ,:]*` +
		`|(?:please )?(?:tell|remind) (?:me|us)(?: about)?[ ,:]+` +
		`|(?:do|does) (?:you|anyone|anybody) know (?:if |whether )?` +
		`|i(?:'d| would)? (?:want|like|need|wonder|am wondering|was wondering)(?: to (?:know|find out|see))?[ ,:]+` +
		`|(?:just )?(?:wondering|curious)[ ,:]+)`)
	// tail is what they write after it.
	tail = match(`(?i)[ ,]+(?:(?:in|according to|from|per) (?:the|this|that) (?:article|story|text|page|report|piece|news)|please|pls|plz|thanks|thank you|exactly|lol)[ ?.!]*$`)
	// order is an attempt to command the program.
	order = match(`(?i)\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|articles?|everything|above|previous|prior|sources?)\b` +
		`|^(?:system|assistant|developer) ?:|\byou are (?:now )?(?:a|an|no longer|dan)\b|\b(?:pretend|role ?play|jailbreak|system prompt)\b|(?:^|[.!:;,] ?|\b(?:you|please|now|and) )act as\b` +
		`|^(?:say|repeat|print|write|output|respond with|reply with|answer with|invent|make up|compose|generate|translate|summari[sz]e your)\b|^(?:drop|select|delete|insert) (?:table|\*|from|into)\b`)
	// claimed opens a question whether something was said.
	claimed = match(`(?i)^(?:is it (?:true|correct|right|a fact)|true or false|fact ?check|check|verify|confirm)[ ,:]*(?:that |if |whether )?`)
	// quoteOf asks for words by name.
	quoteOf = match(`(?i)^(?:please )?(?:quote|cite)(?: (?:me|us|for me))? (.+?)(?: (?:directly|verbatim|exactly))?(?: (?:on|about|regarding|concerning|saying)(?: (.+))?)?[?.!]*$`)
	showOf  = match(`(?i)^(?:please )?(?:(?:give|show|find|get|list|read|send)(?: (?:me|us))? )?(?:a |an |the |any |all |some |every )*(?:direct |exact |own )?` +
		`(?:quotes?|quotations?|statements?|comments?|remarks?|words|claims) (?:by|from|of) (.+?)(?: (?:on|about|regarding|concerning)(?: (.+))?)?[?.!]*$`)
	anyQuote = match(`(?i)^(?:(?:is|are) there )?(?:a |an |any |some |the )*(?:direct )?(?:quotes?|quotations?|statements?) (?:about|on|regarding|concerning) (.+?)[?.!]*$`)
	phrased  = match(`(?i)^who (?:has |had )?(?:used|uses|coined) the (?:exact )?(?:phrase|words?|term|expression)s? (.+?)[?.!]*$`)
	by       = match(`(?i)^according to ([^,?]+), ?(.+)$|^(.+?),? according to ([^,?]+)[?.!]*$`)
	// choice is a list of names to choose from at the end of a question.
	choice = match(`(?i)[,:] ?((?:\pL[^,?]*, ?)*\pL[^,?]*,? or \pL[^,?]*)[?.!]*$`)
	// about stands before a topic.
	about = match(`(?i)^(?:about|on|regarding|concerning|that|over|of|to|as to|in regard to|with regard to|with respect to|when it comes to|in response to|in relation to|in connection with|when asked|asked|around|re|whether|if|is|was)\b[ ,:]*`)
	// allSaid asks for all that somebody said: "everything Kerry said about aid".
	allSaid = match(`(?i)^(?:everything|all|anything|whatever|every word|all the things|the things) (?:that |which )?(.+?)(?: has| have| had| ever)* (?:said|says|say|stated|wrote|writes)\b(.*)$`)
	// either asks which of two it was; whose asks for the speaker of words given.
	either = match(`(?i)^(?:(?:was|is) it )?([^:,;?]+ or [^:,;?]+?)(?: (?:who|that) |[:,;] ?who )(.+)$`)
	whose  = match(`(?i)^\W*(?:quote\W*)?["“«]([^"“”«»]{3,300})["”»]\W*who (?:said|says|wrote) (?:it|this|that|these|so)\b`)
	// toPress is the audience that any statement to the press has.
	toPress = match(`(?i)^\W*(?:to )?(?:(?:the |some )?(?:reporters|journalists|press|media|newspapers|public|crowd|audience|world)|us|me|everyone|everybody|people)\b`)
	// anythingOn is no claim of what was said: "did she say anything about aid".
	anythingOn = match(`(?i)^\W*(?:(?:anything|something|a word|much|more) )?(?:about|on|regarding|concerning)\b`)
	// anybody says nothing of what is asked: "did she say anybody died".
	anybody = match(`(?i)\b(?:any(?:body|one|thing)|ever)\b`)
	named   = match(`(?i)^\W*(?:about|on|regarding|concerning|over)\b`)
	// article stands for the page, which is no speaker.
	article = match(`(?i)^(?:the |this |that )?(?:article|story|text|page|news|report|author|piece|it|headline|caption)s?$`)
)
