/** The sample story, word for word. */
export const prague = {
  headline:
    'NATO Foreign Ministers Strengthen Alliance Unity and Support for Ukraine Ahead of Washington Summit',
  picture: {
    src: '2025-11-08T044506.778Z.png',
    width: 1600,
    height: 1067,
    alt: 'Illustration of Prague at first light: Charles Bridge and its dark Old Town tower span the Vltava below the Castle, the spires of St Vitus and tiers of red roofs, while small groups of people in dark coats walk along the quay at right beneath a receding row of plain-coloured flags.',
    caption:
      'Prague at first light. An illustration drawn for this page, as the article’s own picture is lost.',
    credit: 'Illustration: Broadsheet Elements',
  },
  paragraphs: [
    'As tensions continue to reverberate across the Euro-Atlantic region, NATO Foreign Ministers convened in Prague on May 31, 2024, to reaffirm transatlantic unity and lay the groundwork for the upcoming Washington Summit in July. According to the official NATO press release titled “NATO foreign ministers prepare Washington Summit at informal meeting in Prague,” published on NATO.int, the informal gathering emphasized allied support for Ukraine, enhancement of deterrence and defense, and the future trajectory of NATO-Ukraine relations.',
    'During the two-day meeting, ministers underscored their enduring commitment to Ukraine’s sovereignty and territorial integrity in the face of Russia’s ongoing war of aggression. NATO Secretary General Jens Stoltenberg announced continued military and political support for Kyiv, nearly ten years after Russia’s initial incursion into Ukrainian territory and over two years into its full-scale invasion. Calling the alliance’s response “a multi-year program,” Stoltenberg noted that NATO aims to transform Ukraine’s armed forces to be more interoperable with NATO forces and more capable of defending national territory.',
    'The Prague session included detailed discussions on how to transition from ad hoc support to a more institutionalized NATO framework. Allies considered creating a NATO headquarters in Wiesbaden, Germany, as the central coordination point for security assistance and training. This step would mark a strategic shift from disparate country-led initiatives to a more unified and sustainable NATO-led effort, intended to affirm the alliance’s role in supporting Ukraine’s long-term defense reforms.',
    'Security for Ukraine was not the only matter on the agenda. Ministers also discussed preparations for the Washington Summit, where NATO will celebrate its 75th anniversary. Anticipating the summit, Alliance members began shaping initiatives related to defense investment, emerging technologies, and forging closer ties with Indo-Pacific partners. The meeting in Prague also addressed the need to buttress NATO’s own deterrence posture, especially in light of growing concerns over Russian hybrid operations and cyber threats.',
    'While NATO does not currently offer Ukraine immediate membership, the Prague discussions revealed a clear trend: Ukraine’s integration into Western defense structures is accelerating. Stoltenberg emphasized that Ukraine’s eventual NATO membership, while requiring continued reforms and conditions, remains an undisputed objective shared among Allies.',
    'The informal setting of the Prague meeting facilitated strategic dialogue ahead of what is expected to be a landmark summit in Washington. As NATO approaches its three-quarter-century milestone, the alliance faces a confluence of complex challenges, from bolstering collective defense to reimagining its partnerships in a shifting global landscape. The decisions made in Prague, although preliminary, sent a clear signal: NATO’s commitment to defending the rules-based international order remains resolute and evolving.',
  ],
} as const;
