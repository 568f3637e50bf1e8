package answer

import "onrecord/news"

// retells tells whether the words said retell one stretch of the words of a
// quotation: each of them there, in order, and nothing left out between the
// first and the last but asides between commas. What is left out before and
// behind must not turn what is retold into something else.
func retells(said, quoted []proseWord, stance news.Stance) Objection {
	said = bare(said)
	if len(said) < leastRetold {
		return BadForm
	}
	if len(quoted) > mostQuoted {
		quoted = quoted[:mostQuoted]
	}
	reached, objection := -1, NoObjection
	for start := range quoted {
		if quoted[start].free || !quoted[start].same(said[0]) {
			continue
		}
		n, end := follow(said, quoted, start)
		o := objectionTo(said, n)
		if n == len(said) {
			if o = inContext(quoted, start, end, stance); o == NoObjection {
				return o
			}
		}
		if n > reached {
			reached, objection = n, o
		}
	}
	if reached < 0 {
		return objectionTo(said, 0)
	}
	return objection
}

const (
	leastRetold = 2     // words that a sentence must retell
	mostQuoted  = 1_000 // words of a quotation that are looked at
)

// follow matches the words said with a quotation from start on. It returns how
// many of them are there, and where the last one stands.
func follow(said, quoted []proseWord, start int) (n, end int) {
	at := start
	for n < len(said) {
		if at = skipFree(quoted, at, n > 0); at == len(quoted) {
			return n, end
		}
		if !quoted[at].same(said[n]) {
			if at = behindAside(said[n], quoted, at); at < 0 {
				return n, end
			}
		}
		if n > 0 && quoted[at].stop {
			return n, end // it runs into another sentence
		}
		end = at
		n, at = n+1, at+1
	}
	return n, end
}

// behindAside is where the quotation goes on with the word behind an aside that
// begins at a pause and ends before another, -1 when there is none such. An
// aside that turns something is none.
func behindAside(w proseWord, quoted []proseWord, at int) int {
	from := at
	for from > 0 && quoted[from-1].free && !quoted[from].pause {
		from-- // "…, the mayor of Esker, …" begins with a free word
	}
	if !quoted[from].pause || quoted[from].stop {
		return -1
	}
	for k := from; k < len(quoted) && k-from < longestAside; k++ {
		switch {
		case quoted[k].stop:
			return -1
		case k > at && quoted[k].pause:
			if k = skipFree(quoted, k, true); k < len(quoted) && quoted[k].same(w) {
				return k
			}
			return -1
		case quoted[k].turns():
			return -1
		}
	}
	return -1
}

// skipFree is the next word from at on that is not free; inside a sentence the
// end of which is as good as that of the quotation.
func skipFree(quoted []proseWord, at int, inside bool) int {
	for at < len(quoted) && quoted[at].free {
		if inside && quoted[at].stop {
			return len(quoted)
		}
		at++
	}
	return at
}

// longestAside bounds an aside, in words.
const longestAside = 20

// objectionTo says what is wrong with the word said that the quotation lacks.
func objectionTo(said []proseWord, n int) Objection {
	switch {
	case n >= len(said):
		return OutOfContext
	case said[n].digit:
		return StrangeNumber
	case said[n].turns():
		return StrangeNo
	case said[n].capital:
		return StrangeName
	}
	return StrangeWord
}

// inContext tells whether the stretch of a quotation from start to end can stand
// alone.
func inContext(quoted []proseWord, start, end int, stance news.Stance) Objection {
	if quoted[start].asked && stance != news.Asked {
		return OutOfContext // a question is no statement
	}
	first := start
	for first > 0 && !quoted[first].fresh {
		first--
	}
	opens := true // nothing but free words stands between a pause and the start
	for k := first; k < start; k++ {
		if quoted[k].turns() {
			return OutOfContext
		}
	}
	for k := start; k > first && opens && !quoted[k].pause; k-- {
		opens = quoted[k-1].free || linking[quoted[k-1].fold]
		if linking[quoted[k-1].fold] {
			break
		}
	}
	if !opens {
		return OutOfContext
	}
	if end+1 < len(quoted) && !quoted[end+1].pause && !quoted[end+1].free && !follows[quoted[end+1].fold] {
		return OutOfContext // "a terrorist" of "a terrorist suspect"
	}
	for k := end + 1; k < len(quoted) && !quoted[k].fresh; k++ {
		if conditions[quoted[k].fold] {
			return OutOfContext
		}
	}
	return NoObjection
}

// linking are the words behind which a clause may begin.
var linking = set(`and but because so while when as`)

// follows are the words before which a clause may end.
var follows = set(`and but or because so while when as to in on at by of for from with after before during since until into over
	under between against about through than which who whom whose where amid among around across near along behind beyond toward towards`)
