package answer

// leastNearest is the share of the topic that a sentence must have to be shown
// beside a refusal that has nothing else to show.
const leastNearest = 0.5

// orNearest adds the nearest sentence to a refusal that shows nothing: whoever
// asked sees what the articles do say of the topic.
func (in *inquiry) orNearest(d Draft) Draft {
	if d.Reason == Answered || d.Reason == NoQuestion || d.shows() || in.topic == nil || len(d.Points) == 0 {
		return d
	}
	all := in.sentences()
	best := -1
	for i := range all {
		if all[i].look.Own >= leastNearest && (best < 0 || all[i].score > all[best].score) {
			best = i
		}
	}
	if best >= 0 {
		d.Points[0].Picks = in.pickSentence(&all[best])
	}
	return d
}
