"""The terms that the RDF is written with, as IRIs; `ontology/conflict.ttl` says what each means.

Plain strings, so that rdflib, pyoxigraph and SPARQL text can all use them.
"""

from enum import StrEnum

ONTOLOGY = "https://w3id.org/conflict-kg/ontology"
VERSION = "1.1.0"
VERSION_IRI = f"{ONTOLOGY}/{VERSION}"
KG = f"{ONTOLOGY}#"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"
GEONAMES = "https://sws.geonames.org/"

RDF_TYPE = f"{RDF}type"
RDF_SUBJECT = f"{RDF}subject"
RDF_PREDICATE = f"{RDF}predicate"
RDF_OBJECT = f"{RDF}object"
RDFS_LABEL = f"{RDFS}label"
XSD_BOOLEAN = f"{XSD}boolean"
XSD_DATE = f"{XSD}date"
XSD_DATE_TIME = f"{XSD}dateTime"
XSD_DECIMAL = f"{XSD}decimal"
XSD_INTEGER = f"{XSD}integer"
XSD_ANY_URI = f"{XSD}anyURI"
DCTERMS_IDENTIFIER = f"{DCTERMS}identifier"
DCTERMS_TITLE = f"{DCTERMS}title"
DCTERMS_ISSUED = f"{DCTERMS}issued"
DCTERMS_PUBLISHER = f"{DCTERMS}publisher"
DCTERMS_CONFORMS_TO = f"{DCTERMS}conformsTo"
DCTERMS_IS_REPLACED_BY = f"{DCTERMS}isReplacedBy"
PROV_GENERATED_BY = f"{PROV}wasGeneratedBy"
PROV_DERIVED_FROM = f"{PROV}wasDerivedFrom"
SCHEMA_URL = f"{SCHEMA}url"
SKOS_EXACT_MATCH = f"{SKOS}exactMatch"
SKOS_CLOSE_MATCH = f"{SKOS}closeMatch"
LATITUDE = f"{WGS84}lat"
LONGITUDE = f"{WGS84}long"

# Classes of what is written.
ARTICLE_CLASS = f"{KG}Article"
ARTICLE_ENTITY_CLASS = f"{KG}ArticleEntity"
SPAN_CLASS = f"{KG}Span"
ATTESTATION_CLASS = f"{KG}Attestation"
ATTRIBUTION_CLASS = f"{KG}Attribution"
STATEMENT_CLASS = f"{KG}Statement"
JUDGEMENT_CLASS = f"{KG}Judgement"
MACHINE_JUDGEMENT_CLASS = f"{KG}MachineJudgement"
VOICE_CLASS = f"{KG}Voice"
PERIOD_CLASS = f"{KG}Period"
EVENT_CLASS = f"{KG}Event"
LINK_CLASS = f"{KG}Link"
RUN_CLASS = f"{KG}Run"
STORE_CLASS = f"{KG}Store"

# An article, and what belongs to it.
TEXT = f"{KG}text"
CONTENT_DIGEST = f"{KG}contentDigest"
IN_ARTICLE = f"{KG}inArticle"
VOICE = f"{KG}voice"

# An entity of one article, and its spans.
ENTITY_TYPE = f"{KG}entityType"
NAME = f"{KG}name"
MENTION = f"{KG}mention"
RESOLVED_TO = f"{KG}resolvedTo"
START = f"{KG}start"
END = f"{KG}end"
EXACT = f"{KG}exact"

# An attestation.
SUBJECT = f"{KG}subject"
SUBJECT_SPAN = f"{KG}subjectSpan"
RELATION = f"{KG}relation"
OBJECT = f"{KG}object"
OBJECT_SPAN = f"{KG}objectSpan"
FACTUALITY = f"{KG}factuality"
CONFIDENCE = f"{KG}confidence"
FRAME = f"{KG}frame"
ATTRIBUTED_TO = f"{KG}attributedTo"
ATTRIBUTION = f"{KG}attribution"
SPEAKER = f"{KG}speaker"
RANK = f"{KG}rank"
TIME_TEXT = f"{KG}timeText"
EARLIEST = f"{KG}earliest"
LATEST = f"{KG}latest"
TIME_PRECISION = f"{KG}timePrecision"
PLACE = f"{KG}place"
INSTRUMENT = f"{KG}instrument"
LOW = f"{KG}low"
HIGH = f"{KG}high"
ATTESTS = f"{KG}attests"

# A statement.
STATUS = f"{KG}status"
CLAIMS = f"{KG}claims"
DENIES = f"{KG}denies"
ASSERTING_VOICES = f"{KG}assertingVoices"
DENYING_VOICES = f"{KG}denyingVoices"
FIRST_DAY = f"{KG}firstDay"
LAST_DAY = f"{KG}lastDay"

# How many tell of a statement or an event.
ARTICLES = f"{KG}articles"
OUTLETS = f"{KG}outlets"
VOICES = f"{KG}voices"
SPEAKERS = f"{KG}speakers"

# A period in which a state is told to hold.
PERIOD = f"{KG}period"
SINCE = f"{KG}since"
UNTIL = f"{KG}until"
ENDED = f"{KG}ended"
ENDED_BY = f"{KG}endedBy"

# An event.
REPORTS = f"{KG}reports"
KIND = f"{KG}kind"
ACTOR = f"{KG}actor"
TARGET = f"{KG}target"
SCENE = f"{KG}scene"
DATED = f"{KG}dated"
LEAST_KILLED = f"{KG}leastKilled"
MOST_KILLED = f"{KG}mostKilled"
LEAST_INJURED = f"{KG}leastInjured"
MOST_INJURED = f"{KG}mostInjured"
LEAST_DETAINED = f"{KG}leastDetained"
MOST_DETAINED = f"{KG}mostDetained"

# A judgement.
LEFT = f"{KG}left"
RIGHT = f"{KG}right"
OUTCOME = f"{KG}outcome"
JUDGED_BY = f"{KG}judgedBy"
JUDGED_AT = f"{KG}judgedAt"
REASON = f"{KG}reason"
SCORE = f"{KG}score"

# A link.
TABLE = f"{KG}table"

# The index.
SIGNATURE = f"{KG}signature"
TALLY = f"{KG}tally"
KEY = f"{KG}key"
BEARS = f"{KG}bears"
BAND = f"{KG}band"
REPORT = f"{KG}report"
REPORT_KEY = f"{KG}reportKey"
ACCOUNT = f"{KG}account"
ENDING = f"{KG}ending"
HELD = f"{KG}held"

# A store.
DERIVED_FROM_DIGEST = f"{KG}derivedFromDigest"
DERIVED_BY = f"{KG}derivedBy"


def term(member: StrEnum) -> str:
    """The IRI of an entity type, relation, factuality, status, precision, outcome or kind of event."""
    return KG + member
