"""Tells the duals of nouns from their plurals: جنديان, منصتي إطلاق against مسجونين."""

from collections.abc import Container

from musnad.languages.ar.lemmas import ArabicLemmatizer


def count_of_dual(word: str, lemma: str, lemmatizer: ArabicLemmatizer, broken: Container[str]) -> int | None:
    """Return 2 for a folded word that is a dual and no plural; `broken` are singulars whose plural is a broken one."""
    bare = word.removeprefix("و").removeprefix("ال")
    if bare in lemmatizer.lemmas or bare in lemmatizer.singulars:
        return None
    stem = bare[:-2]
    feminine = f"{stem[:-1]}ه"
    if bare.endswith(("تي", "تا")):
        # Before its genitive a dual loses its n: منصتي إطلاق.
        return 2 if lemmatizer.lemma_of(f"{stem}ه") == f"{stem}ه" else None
    if not bare.endswith(("ان", "ين")) or bare == lemma or stem == "اخر":
        return None
    if stem.endswith("ت") and feminine in {lemma, lemmatizer.lemma_of(feminine)}:
        return 2 if feminine in lemmatizer.singulars else None
    if bare.endswith("ين") and stem not in broken and (stem[1:2] == "ا" or stem.endswith("ي") or stem.startswith("م")):
        # عاملين, امريكيين and مسجونين are rather the plurals of adjectives.
        return None
    return 2 if lemma in {stem, feminine} and lemma in lemmatizer.singulars else None
