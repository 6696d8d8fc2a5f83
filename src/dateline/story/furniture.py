"""Wordings of what stands around a story on a page: ad labels, share buttons, menus, boxes of other stories, comments, credits, notes.

A row is a kind and a pattern. A `whole` pattern must match a line's every word (bullets, arrows and a trailing colon left out);
an `opening` one its beginning. Patterns are matched on lower-cased text, in the order of the table; the first hit tells the kind.
"""

import re

# ruff: noqa: E501
WHOLE: tuple[tuple[str, str], ...] = (
    ("ad", r"(?:-+ ?)?(?:advert|advertisement|advertisements|advertising|ad|ads|\[ad\]|sponsored|sponsored (?:content|links?|post|by .{2,30})|promoted(?: content| stories| links?)?|paid (?:content|post|advertisement)|partner content|commercial break)(?: ?-+)?"),
    ("ad", r"(?:(?:article|story|content) continues (?:below|after)(?: (?:this |the )?(?:ad(?:vert(?:isement)?)?|sponsor message))?|(?:scroll|keep scrolling|swipe) (?:down )?(?:to continue|for more).{0,40}|(?:advertisement|ad)[ .:–—·|•-]+(?:scroll|story continues|article continues|continue|skip).{0,40}|skip (?:ad|advertisement)|(?:ads?|advertisement) by .{2,25}|remove ads?|report this ad|ad feedback)"),
    ("share", r"(?:(?:click to )?(?:share|tweet|print|e-?mail|save|bookmark|copy(?: (?:the )?(?:link|url))?|link copied!?|url copied!?|follow|follow us|like|pin(?: it)?|listen|listen to (?:this )?(?:article|story).{0,20}|gift(?: this)? (?:article|story)|give this article|text size|resize|font size)(?: (?:on|to|via|with|by|us|this|the|article|story|page|post|news|link|now|it|a friend|[a-z]+ ?(?:app)?))*!?)"),
    ("share", r"a{1,3}[+-]?|(?:\d[\d.,]*k?|no|view|show|hide|add|read|see|post|leave|write|load|all|your|the|a|\(\+?\d*\)|\[ ?\d+ ?)? ?(?:shares?|likes?|views?|retweets|reads|votes?)(?: ?\])?"),
    ("navigation", r"(?:skip (?:to|links?).{0,40}|jump to.{0,30}|(?:main |site |toggle |open |close |show |hide )*(?:menu|navigation|search|sidebar|submenu)(?: (?:sections?|button|bar|form|site|here|for))?|search .{0,25}|home ?page|home|sections?|all sections|site ?map|about(?: us)?|contact(?: us)?|contacts|help|faqs?|careers?|jobs|classifieds|obituaries|advertise(?: with us)?|advertising|subscribe(?: now| today)?|subscription|subscriptions|sign (?:in|up|out)(?: .{0,20})?|log ?(?:in|out)|my account|account|register|newsletters?|e-?(?:paper|edition)|rss(?: feeds?)?|podcasts?|apps?|mobile|archives?|weather|world|politics|business|economy|markets|sports?|culture|arts|entertainment|lifestyle|life|health|science|technology|tech|opinions?|travel|photos?|pictures|gallery|galleries|videos?|live(?: tv| now)?|tv|radio|news|national|local|international|us|uk|europe|asia|africa|middle east|americas|australia|latin america|asia pacific|breaking(?: news)?|education|environment|climate|crime|magazine|style|food|fashion|culture|editions?|languages?|english|more|next|previous|prev|back|back to top|top|close|open|edit|reply|cancel|submit|ok|yes|no|on air|schedule|donate|support us|membership|shop|store|press|investors|company|our team|team|masthead|imprint|legal|corrections|editorial|columns?|columnists|puzzles|games|horoscopes?|crosswords?|events?|directory|trending|explore|discover|features?|analysis|investigations?|fact ?check|data|graphics|explainers?|special reports?|wire|wires|notices?|funerals|autos?|homes|real estate|classified ads|skip|accept|decline|settings)"),
    ("navigation", r"(?:(?:privacy|cookies?|terms|conditions|accessibility|legal|refund|editorial|ethics|copyright|community|comment|ad|use|user|service|your|do not sell|my|personal|information|california|rights|manage|preferences|settings|policy|policies|notice|statement|guidelines?|agreement|disclaimer|contact|us|about|help|careers|advertise|with|subscribe|site ?map|rss|terms of use|terms of service|feedback|newsletters?|faqs?|choices|and|of|the|for|\||·|•|&|/|,|-)\s*){1,14}"),
    ("related", r"(?:related|more|also)(?: (?:articles?|stories|story|coverage|content|news|topics|links?|posts?|reading|items?|headlines|videos?|on this(?: story| topic)?|reports?|tags?))?"),
    ("related", r"(?:(?:the )?(?:most|more|top|latest|recent|trending|popular|recommended|featured|must|best|breaking|today'?s|other|editors?['’]?s?|our|hot)(?: (?:read|reads|viewed|popular|shared|commented|watched|recent|discussed|stories|story|news|articles?|headlines|posts?|videos?|topics?|now|today|this week|picks?|choice|reading|coverage|updates?|in|on|from|for|the|world|top|and|&|right|around|web|you|here|by|sections?|pick)){1,6})"),
    ("related", r"(?:more|latest|other|further|top|popular|trending)(?: \w+){0,2} (?:from|in|on|by|about|for) .{2,50}|.{2,40} (?:headlines|news coverage|top stories|latest news)"),
    ("related", r"(?:you (?:may|might) (?:also |have )?(?:like|be interested(?: in)?|missed?)(?: .{0,20})?|what (?:to read|others are reading|we'?re reading|you need to know).{0,20}|(?:read|see|watch|up|coming up|read it|what'?s) next|in case you missed it|don'?t miss(?: .{0,20})?|from (?:our network|around the web|the web|the archives?|our partners)|around the web|(?:also|further|keep|suggested|additional) (?:read|reads|reading|see|in the news)|read (?:also|more|next|on)(?: stories| news| articles)?|see (?:also|more|all)|(?:recommended|suggested|picked|selected|just) (?:for you|stories|reading|articles|by.{2,20}|in)|recommends?|trending(?: now| today| stories| topics| videos)?|stories (?:for you|you may like)|(?:read|see|find) more (?:on|at|in|from) .{2,30}|elsewhere(?: on .{2,30})?|promoted stories|latest|topics|in (?:this|the) (?:section|news|same section)|across the .{3,20}|also in .{3,30}|on this (?:story|topic))"),
    ("share", r"(?:(?:share|follow(?: us)?|print|save|tweet|email|e-mail|copy(?: (?:the )?link)?|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|pocket|instagram|youtube|messenger|flipboard|tumblr|viber|vk|line|google\+?|google news|threads|bluesky|mastodon|tiktok|rss|sms|(?:via )?mail|url copied!?|more sharing options|close extra sharing options|show more|share on|share via|this (?:article|story|page)|icon|logo|fb|wechat|weibo|snapchat|on|via|to|with|and|or|more|link|button|buttons)[ ,|/·•:+&-]*){1,14}"),
    ("comment", r"(?:\(?\d* ?\)?(?:(?:view|show|hide|add|read|see|post|leave|write|load|all|your|the|a|no|join the|start the|have your|more|join|be the first to|0|sign in to|log in to|login to)\s?){0,4}(?:comments?|conversation|say|discussion|responses|replies|thoughts)(?: ?\(\+?\d*\)| \d+| (?:on|to|below|here|thread|section|closed|are closed|yet|policy|guidelines|now)){0,3}\.?)|\[ ?\d+ comments? ?\]|view the discussion thread\.?|disqus.{0,20}|most liked|newest(?: first)?|oldest(?: first)?|top rated comments|post a? ?reply|reader comments.{0,10}"),
    ("notice", r"(?:(?:tags?|topics?|keywords?|categor(?:y|ies)|filed (?:under|to|in)|in this (?:article|story)|mentioned in this article|read more about)(?: ?[:|].{0,200})?|permalink.{0,60}|print this article|originally published .{0,50}|get short url|loading.{0,3}|please wait.{0,20}|watch live|live updates?|watch now|play(?: video)?|now playing|duration .{0,12}|transcript|embed(?: code)?|download(?: .{0,20})?|read (?:the )?full (?:article|story).{0,20}|continue reading.{0,30}|(?:read|see|show|view|load|learn|find out) (?:more|less|all|full list)(?: .{0,15})?|view all(?: \(\d+\))?|expand|collapse|enlarge|zoom|click to (?:enlarge|play|expand|view)|tap to .{0,20}|image \d+ of .{0,8}|\d+ ?/ ?\d+|slide \d+|caption|hide caption|toggle caption|view gallery|back to gallery|photo gallery|min(?:ute)?s? read|\d+ min(?:ute)?s?(?: read)?|reading time.{0,20}|(?:about|meet) the (?:author|writer|journalist)s?|javascript.{0,60}|follow (?:us|me|\w+) on .{2,60}|originally appeared .{0,60})"),
)

OPENING: tuple[tuple[str, str], ...] = (
    ("ad", r"(?:sponsored(?: (?:content|post|story))?|advertisement|advertorial|promoted|paid (?:content|post|partnership)|partner content|promotion) ?[:|–—·] ?\S"),
    ("rights", r"(?:all rights reserved|(?:copyright|©|\(c\)|&copy;) ?(?:©|\(c\)|@|19|20|by\b|of\b|\w+ \d{4}|notice|[a-z])|.{0,60}(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|@|\(c\))|all rights reserved)|.{0,200}(?:may not|must not|cannot|not|can ?not|without|no part).{0,160}(?:republish|reproduc|rewritten|redistribut|(?:be|or) copied|prior (?:written )?(?:consent|permission))|.{0,60}(?:licen[cs]ed under|under (?:a|the) creative commons|creative commons (?:attribution|licen[cs]e)|cc[ -]by)|reproduction (?:in whole|of|is|without)|republication|syndication rights|no (?:reproduction|republication)|unauthori[sz]ed (?:use|reproduction|copying|distribution)|permission (?:is|must|to))"),
    ("related", r"(?:also read|read also|read more|read next|read|related|related (?:articles?|stories|story|coverage|link)|see also|see more|watch|watch also|must read|recommended|more on this|don'?t miss|more|listen|explainer|background|further reading|in pictures|in photos|gallery|video|opinion|editorial) ?(?:[:|»>]|[–—]) ?\S"),
    ("notice", r"(?:\(?(?:(?:additional |further )?(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|compiled|produced|translat(?:ion|ed)|research|graphics?)(?: and (?:writing|editing|reporting))? (?:by|from)\b)|\(?with (?:inputs?|reporting|contributions?|files|additional reporting|agency inputs?) (?:from|by)|(?:the )?(?:associated press|ap|reuters|afp|bloomberg|staff|cnn|bbc)(?:'s)? (?:writers?|reporters?|journalists?|correspondents?|staff).{0,300}contributed|.{0,120}contributed to this (?:report|story|article)|\(?editor'?s?'? note\b|\(?correction\b ?:|\(?clarification ?:|(?:this|the) (?:story|article|report|post|version|page|piece) (?:has been|was|is) (?:updated|corrected|amended|edited|adapted|first|originally|generated|published|produced|part of|auto|republished|translated|reproduced)|an earlier version|\(?this (?:is a )?(?:developing|breaking)|source ?:|sources ?:|via [A-Za-z]|published in|\(?this (?:story|article) .{0,40}(?:not been edited|syndicated)|agencies contributed|based on reporting by)"),
    ("notice", r"(?:sign up|subscribe|register|join (?:our|us|the|thousands)|follow (?:us|our|the|@|[a-z]+ ?[a-z]* on )|get (?:our|the|all the|breaking|news|latest|more|alerts|unlimited|today|daily|this|notified|instant|updates)|download (?:our|the)|click here|tap here|support (?:our|us|independent|quality|the)|donate|become a (?:member|subscriber|supporter)|(?:like|enjoy(?:ed|ing)?) (?:this|what)|(?:e-?mail|contact|reach) (?:the (?:writer|author|reporter)|\w+ (?:\w+ )?at\b)|stay (?:up to date|informed|connected|tuned)|receive (?:our|the|daily)|want (?:more|to (?:read|get|know|see))|need more|enter your e-?mail|your e-?mail|email address|thank you for|thanks for|by (?:signing up|subscribing|clicking|providing|entering|registering|submitting|continuing)|we use cookies|this (?:web)?site (?:uses|is protected)|this form is protected|please (?:enable|log ?in|sign|note|read|enter|click|subscribe|support|try)|you (?:can unsubscribe|have been|are (?:now|reading|currently)|must be)|no spam|unsubscribe|let (?:us know|our news)|have (?:a|you) (?:a |got a )?(?:news )?(?:tip|story|question|comment)s?|got a (?:tip|story)|do you (?:have|rely|know)|tell us|send (?:us|your)|contact (?:the|our|us) |catch (?:up on|all the)|check out|our (?:standards|newsletter|weekly|daily|free)|the views? (?:and opinions? )?expressed|views expressed|opinions expressed|disclaimer ?:|if you (?:buy|purchase|would like|have any|spot|notice|see|want to|value|like)|we (?:may|might|earn|welcome|rely|want to hear|encourage|will never)|(?:the )?\w+ (?:may )?earns? (?:a )?commission|for more (?:news|information|stories|on this|coverage|updates)|to (?:read|get|view|comment|continue|learn more|subscribe|support)\b.{0,60}(?:click|subscribe|sign|here|visit|follow|download)|when submitting|comments (?:are|on this)|most voted|post limit|already (?:a )?(?:subscriber|registered|have an account|a member)|create (?:an |a free )?account|forgot|remember me|it'?s free|free trial|limited time|image \d+ of|duration:|media playback|your browser|loading|unable to load|an error|this video|video:|play video|close (?:this|dialog|modal)|tags? ?:|topics? ?:|filed under|categor(?:y|ies) ?:|more (?:on|about) ?:|explore more|cookie|permalink|short url|short link|feedback|whatsapp|comment via|rating ?:|newsletter)"),
    ("caption", r"(?:(?:\(|\[)?(?:(?:ap|afp|reuters|getty|epa|xinhua|yonhap|tass|file|handout|stock|screen ?grab|pool|courtesy|representative|representational|illustrative) (?:file )?(?:photo|image|picture|photograph|pic|via|handout)|photo(?:graph)?(?:s)? ?(?:by\b|:|credit|courtesy|/|via|©|taken)|image(?:s)? ?(?:via|by|:|credit|courtesy|source|copyright|©|caption)|(?:picture|pic|photo|image|video) (?:credit|by|caption|source)|caption ?:|(?:photo|image|picture) ?:|credit ?:|getty images|afp via getty|courtesy (?:of|photo)?|© ?(?:ap|afp|reuters|getty|epa|tass|sputnik)|file(?: photo| image| picture)?[:.–— ]+|in this (?:file )?(?:photo|image|picture|frame|undated|handout|screen|aerial|video)|this (?:\w+ ){0,3}(?:photo|image|picture|photograph|handout|screengrab)|(?:an?|the) (?:aerial |satellite |file |undated |handout )?(?:photo|view|image|picture|screenshot) (?:shows?|of|released|taken|provided|from)|screenshot|illustration|illustrative|pictured:?|map:|graphic:|infographic|video grab))"),
)

# A credit at the end of a line, or a line that is one: "... on Monday. (AP Photo/A Name)", "Reuters/A Name", "A Name, AP".
CREDIT = re.compile(
    r"(?:[(\[|/–—-]|(?<=[.!?”\"]) |^)\s*(?:(?:file |handout |pool )?(?:photos?|images?|pictures?|photograph|pic|credits?|illustration|video|screengrab|screenshot|graphic|map)\b ?(?:by|credit|credits|courtesy|from|via|:|/|©|of)? ?[^.!?]{0,70}"
    r"|(?:ap|afp|reuters|epa|efe|getty|xinhua|yonhap|kyodo|anadolu|dpa|tass|sputnik|pti|ani|bloomberg|upi)(?:[- ](?:images?|efe|news))? ?(?:photos?|/|via|file|images|pool|archive)[^.!?]{0,60}"
    r"|[^.!?()/]{2,45} ?(?:/|via|for|,|\|) ?(?:the )?(?:ap|afp|reuters|epa|associated press|getty|getty images|xinhua|pool|file|efe|bloomberg|tass|pti|shutterstock|istock|nur ?photo|anadolu|wire ?image)(?: images| file| photo| pool| via .{2,20})?"
    r"|(?<=\s)(?:photo |image |picture )?credits?: ?[^.!?]{2,60}|getty(?: images)?|file photo|supplied|handout|courtesy[^.!?]{0,60}|©[^.!?]{0,60})\s*[)\]]?\.?\s*$",
    re.IGNORECASE,
)

BYLINE = re.compile(
    r"^(?:(?:story|report|words|text|written|reported|posted|analysis|column|opinion|published)?\s*[Bb][Yy]:?)\s+(?P<names>[^\d:;]{3,140}?)"
    r"(?=\s*(?:[|·•–—/,]|- |\d|$|\bPublished\b|\bUpdated\b|\bPosted\b|Follow\b|@))"
)
BYLINE_ROLE = re.compile(
    r"(?i)^(?P<names>[A-ZÀ-Þ][^\d:;.!?]{3,60}?),? ?(?:,|\||-|–|—|in |/)\s*(?:(?:our |special |senior |chief |staff |foreign |political |diplomatic |associate |deputy |world |defence |"
    r"national |regional |\w+ )?(?:correspondent|writer|reporter|editor|bureau|columnist|staff|contributor|desk|analyst|bureau chief))(?: .{0,40})?$"
)

_WHOLE = [(kind, re.compile(pattern)) for kind, pattern in WHOLE]
_OPENING = [(kind, re.compile(pattern)) for kind, pattern in OPENING]
_BULLET = re.compile(r"^(?:[*•·●▪■◆►▶»›>+|–—-]+|o(?= {1,2}\S)|\d{1,2}[.)]|\[\w?\])\s+(?=\S)")
_EDGE = re.compile(r"^[\W_]+|[\s:|»›>▼▾→…+*•·–—-]+$")


def bullet(text: str) -> str:
    """The bullet or number that a line of a list opens with ("" for none)."""
    m = _BULLET.match(text)
    return m[0] if m else ""


def kind_of(text: str) -> str | None:
    """Kind of furniture that a line's wording tells; None where it is no known wording. `text` has no bullet.

    Kinds: those of Cut, and "share" (cut as navigation).
    """
    low = text[:400].lower().replace("’", "'")
    if len(low) <= 120:
        bare = low if low[:1] in "([©" else _EDGE.sub("", low)
        if bare:
            for kind, pattern in _WHOLE:
                if pattern.fullmatch(bare):
                    return kind
    for kind, pattern in _OPENING:
        if pattern.match(low):
            return kind
    return None
