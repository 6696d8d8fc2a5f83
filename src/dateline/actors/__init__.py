"""Story -> Mention, Actor."""


def find(story, sentences, tagged):
    return [], []
