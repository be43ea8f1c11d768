"""Who answers: each contender gives the total, the hits of the page in order and the counts of every facet."""
