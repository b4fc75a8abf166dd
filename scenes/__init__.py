"""The scenes: one class per section of the lecture. This list is the table of contents.

Importing it costs nothing: the classes are named, not imported.
"""

SCENES: dict[str, str] = {
    "opening": "scenes.opening:Opening",
    "intuition-first": "scenes.intuition_first:IntuitionFirst",
    "whats-actually-happening": "scenes.whats_actually_happening:WhatsActuallyHappening",
    "build-the-idea": "scenes.build_the_idea:BuildTheIdea",
    "formal-explanation": "scenes.formal_explanation:FormalExplanation",
    "key-properties": "scenes.key_properties:KeyProperties",
    "why-it-matters": "scenes.why_it_matters:WhyItMatters",
    "common-pitfalls": "scenes.common_pitfalls:CommonPitfalls",
    "examples": "scenes.examples:Examples",
    "reading-the-gradient": "scenes.reading_the_gradient:ReadingTheGradient",
    "review-questions": "scenes.review_questions:ReviewQuestions",
}
